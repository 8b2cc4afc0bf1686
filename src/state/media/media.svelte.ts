import { plural } from '../../language/plural.ts'
import { SvelteMap } from 'svelte/reactivity'
import type { Database } from '../../storage/database.ts'
import { blobOf, readMedia } from '../../storage/media.ts'
import { newId } from '../../storage/new-id.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Medium, Project } from '../project/project.svelte.ts'

/** A medium as it comes. */
export interface NewMedium {
  path: string
  blob: Blob
}

/** A medium with its bytes. */
export type HeldMedium = Medium & { blob: Blob }

/** Pictures and sounds of the open project; their bytes are read only when somebody wants them. */
export class Media {
  readonly #database: Database
  readonly #project: Project
  readonly #notices: Notices
  /** Addresses by blob id. */
  readonly #urls = new SvelteMap<string, string>()
  readonly #loading = new Set<string>()

  constructor(database: Database, project: Project, notices: Notices) {
    this.#database = database
    this.#project = project
    this.#notices = notices
  }

  /** All media by path. */
  get entries(): Medium[] {
    return this.#project.media
  }

  /** An address to show a medium by; `undefined` until its bytes are read, or where it has none. */
  url(path: string): string | undefined {
    const medium = this.entries.find((entry) => entry.path === path)
    if (!medium) return undefined
    const known = this.#urls.get(medium.blobId)
    if (known === undefined) void this.#load(medium)
    return known
  }

  /** Adds media, in place of those with the same paths; gives what is there now. */
  put(files: NewMedium[]): Medium[] {
    const media = files.map(({ path, blob }) => {
      return { path, blobId: newId(), size: blob.size, type: blob.type, blob }
    })
    this.#project.changeMedia(media, [])
    return media
  }

  /** Media with their bytes: held so, they outlive their removal from the storage. */
  async inHand(paths: ReadonlySet<string>): Promise<HeldMedium[]> {
    const held: HeldMedium[] = []
    for (const medium of this.entries.filter(({ path }) => paths.has(path))) {
      const blob = await this.#blob(medium)
      if (blob) held.push({ ...medium, blob })
    }
    return held
  }

  /** Gives a medium another path. Texts that name it are not changed. */
  rename(from: string, to: string): void {
    const medium = this.entries.find(({ path }) => path === from)
    if (medium) this.#project.changeMedia([{ ...medium, path: to }], [from])
  }

  /** Takes a medium out; it can be brought back. */
  async remove(path: string): Promise<void> {
    await this.removeAll([path])
  }

  /** Takes several media out; one press brings them back. */
  async removeAll(paths: string[]): Promise<void> {
    const kept = await this.inHand(new Set(paths))
    this.#project.changeMedia([], paths)
    const [first] = paths
    const sentence = plural(paths.length, ['{first} was deleted.', '{count} media were deleted.'], {
      first: first ?? ''
    })
    const restore = this.#notices.undo(this.#project, () => this.#project.changeMedia(kept, []))
    this.#notices.tell(sentence, kept.length > 0 ? [restore] : [])
  }

  /** The bytes of all media by path; those that cannot be read are left out. */
  bytes(): Promise<Map<string, Uint8Array>> {
    return readMedia(this.#database, this.entries)
  }

  /** Lets go of all addresses: another project is open. */
  forget(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url)
    this.#urls.clear()
    this.#loading.clear()
  }

  async #load(medium: Medium): Promise<void> {
    const { blobId } = medium
    if (this.#loading.has(blobId)) return
    this.#loading.add(blobId)
    const blob = await this.#blob(medium)
    if (blob && this.#loading.has(blobId)) this.#urls.set(blobId, URL.createObjectURL(blob))
  }

  #blob(medium: Medium): Promise<Blob | undefined> {
    return blobOf(this.#database, medium)
  }
}
