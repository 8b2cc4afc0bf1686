import { SvelteMap } from 'svelte/reactivity'
import type { Database } from '../storage/database.ts'
import { blobOf, bytesOf, readMedia } from '../storage/media.ts'
import { newId } from '../storage/new-id.ts'
import type { Notices } from './notices.svelte.ts'
import type { Medium, Project } from './project.svelte.ts'

/** A medium as it comes. */
export interface NewMedium {
  path: string
  blob: Blob
}

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

  /** Adds media, in place of those with the same paths. */
  put(files: NewMedium[]): void {
    const media = files.map(({ path, blob }) => {
      return { path, blobId: newId(), size: blob.size, type: blob.type, blob }
    })
    this.#project.changeMedia(media, [])
  }

  /** What some files meet here: the paths of those that are the `same`, byte for byte, and of `lost` bytes. */
  async meet(files: NewMedium[]): Promise<{ same: Set<string>; lost: Set<string> }> {
    const same = new Set<string>()
    const lost = new Set<string>()
    const here = new Map(this.entries.map((entry) => [entry.path, entry]))
    for (const { path, blob } of files) {
      const medium = here.get(path)
      if (!medium) continue
      const stored = await this.#blob(medium)
      if (!stored) lost.add(path)
      // One after the other, and only where the sizes agree: there may be many.
      else if (stored.size === blob.size && (await areEqual(stored, blob))) same.add(path)
    }
    return { same, lost }
  }

  /** Puts media in place of others and gives how to take that back. */
  async replace(files: NewMedium[]): Promise<() => void> {
    const paths = new Set(files.map(({ path }) => path))
    const before = await this.#inHand(paths)
    if (files.length > 0) this.put(files)
    return () => {
      if (before.length > 0) this.#project.changeMedia(before, [])
    }
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
    const kept = await this.#inHand(new Set(paths))
    this.#project.changeMedia([], paths)
    const [first] = paths
    const what = paths.length === 1 ? `${first} was` : `${paths.length} media were`
    const restore = { label: 'Undo', run: () => this.#project.changeMedia(kept, []) }
    this.#notices.tell(`${what} deleted.`, kept.length > 0 ? [restore] : [])
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

  /** Media with their bytes: held so, they outlive their removal from the storage. */
  async #inHand(paths: ReadonlySet<string>): Promise<Medium[]> {
    const held: Medium[] = []
    for (const medium of this.entries.filter(({ path }) => paths.has(path))) {
      const blob = await this.#blob(medium)
      if (blob) held.push({ ...medium, blob })
    }
    return held
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

async function areEqual(one: Blob, other: Blob): Promise<boolean> {
  const [left, right] = await Promise.all([bytesOf(one), bytesOf(other)])
  if (!left || !right) return false
  return left.length === right.length && left.every((byte, at) => byte === right[at])
}
