import { plural } from '../../language/plural.ts'
import { freeName, acceptPath } from './free-name.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from './project.svelte.ts'

/** What the files work with. */
export interface FileTools {
  project: Project
  notices: Notices
  openFile: (path: string) => void
  /** Goes to a line of a file, from 1. */
  goTo: (path: string, line: number) => void
}

/** What a person does with the files and folders of the open project; all of it can be undone. */
export class Files {
  readonly #tools: FileTools

  constructor(tools: FileTools) {
    this.#tools = tools
  }

  /** Adds an empty file behind the open one, in its folder, and opens it. */
  add(): void {
    const { project } = this.#tools
    const { paths, openPath = '' } = project
    const path = freeName(`${folderOf(openPath)}untitled.md`, paths)
    project.put([{ path, text: '' }], paths.indexOf(openPath) + 1 || paths.length)
    this.#tools.goTo(path, 1)
  }

  /** Takes files out, and folders with all that is in them, in one step. */
  remove(paths: string[]): void {
    const { project, notices } = this.#tools
    const before = project.paths
    const gone = [...new Set(paths.flatMap((path) => this.inside(path)))]
    const files = gone.map((path) => ({ path, text: project.text(path) }))
    for (const path of gone) project.remove(path)
    notices.tell(deletedWords(paths, gone), [
      notices.undo(project, () => {
        for (const { path, text } of files) {
          project.put([{ path: freeName(path, project.paths), text }])
        }
        this.#arrangeAs(before)
        if (files[0]) this.#tools.openFile(files[0].path)
      })
    ])
  }

  /** Gives a file or folder another path; where it cannot have it, says why not and gives `false`. */
  rename(path: string, to: string): boolean {
    const { project, notices } = this.#tools
    const moves = this.inside(path).map((one) => [one, to + one.slice(path.length)] as const)
    const others = project.paths.filter((one) => !moves.some(([from]) => from === one))
    const fault = moves.map(([, wish]) => acceptPath(wish, others)).find((one) => one !== undefined)
    if (fault !== undefined) {
      notices.tell(fault)
      return false
    }
    for (const [from, wish] of moves) project.move(from, wish)
    if (project.openPath !== undefined) this.#tools.openFile(project.openPath)
    return true
  }

  /** Moves files and folders up (-1) or down (1), each among those beside it. */
  async step(paths: string[], by: 1 | -1): Promise<void> {
    const { stepPaths, wholeFolders } = await import('./file-order.ts')
    const { project, notices } = this.#tools
    const [path = ''] = paths
    const isOne = paths.length === 1
    const moving = isOne ? paths : wholeFolders(project.paths, paths)
    const now = stepPaths(project.paths, moving, by)
    const end = by < 0 ? 'the first' : 'the last'
    if (now === project.paths) {
      notices.say(isOne ? `${path} is ${end} in its folder.` : `They are ${end} in their folder.`)
      return
    }
    project.arrange(now)
    const at = now.findIndex((one) => one === path || one.startsWith(`${path}/`)) + 1
    notices.say(
      isOne
        ? `${path} is now at place ${at} of ${now.length}.`
        : by < 0
          ? plural(paths.length, ['{count} file was moved up.', '{count} files were moved up.'])
          : plural(paths.length, ['{count} file was moved down.', '{count} files were moved down.'])
    )
  }

  /** Moves files beside another, into its folder too. */
  async place(paths: string[], beside: string, after: boolean): Promise<void> {
    const { placePaths } = await import('./file-order.ts')
    const { project, notices } = this.#tools
    const before = project.paths
    const folder = folderOf(beside)
    const moves = paths.map((path) => [path, this.#moveInto(path, folder)] as const)
    const placed = moves.map(([, to]) => to)
    project.arrange(placePaths(project.paths, placed, beside, after))
    const renamed = moves.filter(([path, to]) => to !== path)
    if (renamed.length === 0 && before.every((one, at) => one === project.paths[at])) return
    notices.tell(placedWords(moves, folder), [
      notices.undo(project, () => {
        for (const [path, to] of renamed.toReversed()) {
          if (project.has(to) && !project.has(path)) project.move(to, path)
        }
        this.#arrangeAs(before)
      })
    ])
  }

  /** The file of this path, or the files in the folder of this path. */
  inside(path: string): string[] {
    return this.#tools.project.paths.filter((one) => one === path || one.startsWith(`${path}/`))
  }

  /** Puts the files back into an order; what was added since stays, behind the others. */
  #arrangeAs(before: string[]): void {
    const { project } = this.#tools
    const known = new Set(before)
    const since = project.paths.filter((one) => !known.has(one))
    project.arrange([...before.filter((one) => project.has(one)), ...since])
  }

  #moveInto(path: string, folder: string): string {
    const { project } = this.#tools
    if (folderOf(path) === folder) return path
    const to = freeName(folder + path.slice(path.lastIndexOf('/') + 1), project.paths)
    project.move(path, to)
    return to
  }
}

/** With the `/` at its end; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function deletedWords(paths: string[], gone: string[]): string {
  const [path = ''] = paths
  if (paths.length > 1) return `${count(gone.length)} were deleted.`
  return gone[0] === path
    ? `${path} was deleted.`
    : `${path} with ${count(gone.length)} was deleted.`
}

function placedWords(moves: (readonly [path: string, to: string])[], folder: string): string {
  const [first] = moves
  const isOther = moves.some(([path, to]) => path !== to)
  if (first && moves.length === 1) {
    return isOther ? `${first[0]} is now ${first[1]}.` : `${first[0]} was moved.`
  }
  return isOther && folder !== ''
    ? `${count(moves.length)} are now in ${folder.slice(0, -1)}.`
    : `${count(moves.length)} were moved.`
}

function count(files: number): string {
  return plural(files, ['{count} file', '{count} files'])
}
