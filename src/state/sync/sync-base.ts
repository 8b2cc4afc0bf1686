import { newId } from '../../storage/new-id.ts'
import type { StoredProject } from '../../storage/projects.ts'

/** What this tab knows of the stored project: what it has read, and what it wrote itself. */
export class SyncBase {
  /** Everything stored up to this revision is known. */
  revision = 0
  paths: string[] = []
  /** Ids of bytes by path. */
  media = new Map<string, string>()
  #files = new Map<string, { revision: number; strand: string }>()

  /** Another project, or the same one read whole. */
  fill({ project, files, media }: StoredProject): void {
    this.revision = project.revision
    this.paths = project.paths
    this.media = new Map(media.map(({ path, blobId }) => [path, blobId]))
    this.#files.clear()
    for (const { path, revision } of files) this.read(path, revision)
  }

  /** Revision of the stored text that this tab has seen; 0 where it has seen none. */
  base(path: string): number {
    return this.#files.get(path)?.revision ?? 0
  }

  /** The editing under way: it begins when a text is read, or made. */
  strand(path: string): string {
    const known = this.#files.get(path)
    if (known) return known.strand
    const strand = newId()
    this.#files.set(path, { revision: 0, strand })
    return strand
  }

  /** A text was read from the storage. */
  read(path: string, revision: number): void {
    this.#files.set(path, { revision, strand: newId() })
  }

  /** A text of ours was stored. */
  wrote(path: string, revision: number): void {
    this.#files.set(path, { revision, strand: this.strand(path) })
  }

  forget(path: string): void {
    this.#files.delete(path)
  }
}
