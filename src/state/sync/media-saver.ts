import type { Database } from '../../storage/database.ts'
import { readBlob, saveMedia, type MediumToStore } from '../../storage/media.ts'
import { newId } from '../../storage/new-id.ts'
import { freeName } from '../project/free-name.ts'
import type { Project } from '../project/project.svelte.ts'

/** Brings the storage to what the open project says of its media. */
export class MediaSaver {
  readonly #database: Database
  readonly #project: Project

  constructor(database: Database, project: Project) {
    this.#database = database
    this.#project = project
  }

  /** Stores media one by one, so that those that still fit are kept; then names and removals. */
  async store(): Promise<void> {
    const { media, base } = this.#project
    const moved = media.filter(({ path, blobId, blob }) => !blob && base.media.get(path) !== blobId)
    const paths = new Set(media.map(({ path }) => path))
    const gone = [...base.media.keys()].filter((path) => !paths.has(path))
    if (moved.length + gone.length > 0) await this.#save(moved, gone)
    for (const medium of media) if (medium.blob) await this.#save([medium], [])
  }

  /** Takes the bytes of all media in hand under new ids: they are to be stored with a copy. */
  async fetch(): Promise<void> {
    const fetched = []
    for (const medium of this.#project.media) {
      const blob = medium.blob ?? (await readBlob(this.#database, medium.blobId))
      if (blob) fetched.push({ ...medium, blobId: newId(), blob })
    }
    this.#project.media = fetched
    this.#project.base.media = new Map()
  }

  async #save(put: MediumToStore[], remove: string[]): Promise<void> {
    const { id, base } = this.#project
    const change = { put, remove, before: base.media }
    const saved = await saveMedia(this.#database, id, base.revision, change, Date.now())
    if (!saved.behind) base.revision = saved.revision
    const clashes = new Set(saved.clashes)
    for (const path of remove) if (!clashes.has(path)) base.media.delete(path)
    for (const { path, blobId, blob } of put) {
      if (clashes.has(path)) continue
      base.media.set(path, blobId)
      if (blob) this.#project.letGoOf(blobId)
    }
    for (const medium of put) if (clashes.has(medium.path)) this.#giveWay(medium)
  }

  /** Another tab has put something else there: ours gets a name of its own, and is stored next. */
  #giveWay(medium: MediumToStore): void {
    const path = freeName(medium.path, [...this.#project.mediaPaths, medium.path])
    this.#project.changeMedia([{ ...medium, path }], [medium.path])
  }
}
