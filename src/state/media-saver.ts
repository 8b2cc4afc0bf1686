import type { Database } from '../storage/database.ts'
import { readBlob, saveMedia, type MediaChange } from '../storage/media.ts'
import { newId } from '../storage/new-id.ts'
import type { Project } from './project.svelte.ts'

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
    const { media, storedMedia } = this.#project
    const moved = media.filter(
      ({ path, blobId, blob }) => !blob && storedMedia.get(path) !== blobId
    )
    const paths = new Set(media.map(({ path }) => path))
    const gone = [...storedMedia.keys()].filter((path) => !paths.has(path))
    if (moved.length + gone.length > 0) await this.#save({ put: moved, remove: gone })
    for (const medium of media) {
      if (medium.blob) await this.#save({ put: [medium], remove: [] })
    }
  }

  /** Takes the bytes of all media in hand under new ids: they are to be stored with a copy. */
  async fetch(): Promise<void> {
    const fetched = []
    for (const medium of this.#project.media) {
      const blob = medium.blob ?? (await readBlob(this.#database, medium.blobId))
      if (blob) fetched.push({ ...medium, blobId: newId(), blob })
    }
    this.#project.media = fetched
    this.#project.storedMedia = new Map()
  }

  async #save(change: MediaChange): Promise<void> {
    const { id, revision, storedMedia } = this.#project
    this.#project.revision = await saveMedia(this.#database, id, revision, change, Date.now())
    for (const path of change.remove) storedMedia.delete(path)
    for (const { path, blobId, blob } of change.put) {
      storedMedia.set(path, blobId)
      if (blob) this.#project.letGoOf(blobId)
    }
  }
}
