import type { Files } from '../../state/project/files.ts'
import type { FileTreeRow } from '../../state/project/file-tree.ts'
import type { Project } from '../../state/project/project.svelte.ts'

/** Which file is open, and which there are. */
type KnownFiles = Pick<Project, 'paths' | 'openPath' | 'opened'>

/** The files of the list that are selected, to act on them together; a folder is when all its files are. */
export class FileSelection {
  /** Files that are being dragged now. */
  dragged = $state.raw<string[]>([])
  #byTap = $state(false)
  #picked = $state.raw<{ opened: number; paths: ReadonlySet<string> }>()
  readonly #project: KnownFiles
  readonly #files: Pick<Files, 'inside'>
  readonly #rows: () => FileTreeRow[]
  readonly #closed: ReadonlySet<string>
  /** The row that a range begins at, and the one that it was last drawn to. */
  #anchor: string | undefined
  #head: string | undefined
  /** In their order; nothing of another project, and no file that went. */
  readonly paths = $derived.by(() => {
    const { paths, opened } = this.#project
    const picked = this.#picked
    return picked?.opened === opened ? paths.filter((path) => picked.paths.has(path)) : []
  })
  readonly #set = $derived(new Set(this.paths))

  constructor(
    { project, files }: { project: KnownFiles; files: Pick<Files, 'inside'> },
    rows: () => FileTreeRow[],
    closed: ReadonlySet<string>
  ) {
    this.#project = project
    this.#files = files
    this.#rows = rows
    this.#closed = closed
  }

  /** Whether a tap selects, as long as something is: a finger has no key to hold. */
  get byTap(): boolean {
    return this.#byTap && this.paths.length > 0
  }

  /** Lets taps select from now on. */
  goByTap(): void {
    this.#byTap = true
  }

  /** Whether a file is selected, or all files of a folder are. */
  has(path: string): boolean {
    if (this.#set.size === 0) return false
    return this.#set.has(path) || this.#files.inside(path).every((one) => this.#set.has(one))
  }

  /** What somebody who points at a row means: all that is selected, if the row is, else its own file or folder. */
  targets(path: string): string[] {
    return this.has(path) ? this.paths : [path]
  }

  /** Nothing is selected, and the next range begins at this row. */
  begin(path: string): void {
    this.clear()
    this.#anchor = this.#head = path
  }

  /** Selects a row or takes it out; the first one beside the open file, where that looks selected already. */
  toggle(path: string, besideOpen = false): void {
    const { openPath } = this.#project
    if (this.paths.length === 0) this.#byTap = false
    const isFirst = this.paths.length === 0 && besideOpen && openPath !== undefined
    const before = new Set(isFirst ? [openPath] : this.paths)
    const files = this.#files.inside(path)
    const isOn = !isFirst && this.has(path)
    for (const one of files) {
      if (isOn) before.delete(one)
      else before.add(one)
    }
    this.#pick(before)
    this.#anchor = this.#head = path
  }

  /** Selects the rows from where a range began to this one; who comes `from` elsewhere begins there. */
  extend(to: string, from?: string): void {
    if (from !== undefined && from !== this.#head) this.#anchor = from
    this.#anchor ??= this.#project.openPath
    this.#head = to
    const rows = this.#rows()
    const ends = [this.#anchor ?? to, to].map((one) => rows.findIndex(({ path }) => path === one))
    const first = Math.max(Math.min(...ends), 0)
    const range = rows.slice(first, Math.max(...ends) + 1)
    // An open folder counts by those of its files that are within the range.
    const counted = range.filter(({ kind, path }) => kind === 'file' || this.#closed.has(path))
    this.#pick(counted.flatMap(({ path }) => this.#files.inside(path)))
  }

  all(): void {
    this.#pick(this.#project.paths)
  }

  clear(): void {
    this.#picked = undefined
    this.#byTap = false
  }

  #pick(paths: Iterable<string>): void {
    this.#picked = { opened: this.#project.opened, paths: new Set(paths) }
  }
}
