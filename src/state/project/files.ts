import { placePath, stepPath } from './file-tree.ts'
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

  /** Takes a file out, or a folder with all that is in it. */
  remove(path: string): void {
    const { project, notices } = this.#tools
    const { paths } = project
    const gone = inside(paths, path)
    const files = gone.map((one) => ({ path: one, text: project.text(one) }))
    for (const one of gone) project.remove(one)
    const what = gone.length === 1 && gone[0] === path ? path : `${path} with ${count(gone.length)}`
    notices.tell(`${what} was deleted.`, [
      notices.undo(project, () => {
        for (const { path, text } of files) {
          project.put([{ path: freeName(path, project.paths), text }])
        }
        // What was added since stays, behind the others.
        const since = project.paths.filter((one) => !paths.includes(one))
        project.arrange([...paths.filter((one) => project.paths.includes(one)), ...since])
        if (files[0]) this.#tools.openFile(files[0].path)
      })
    ])
  }

  /** Gives a file or folder another path; where it cannot have it, says why not and gives `false`. */
  rename(path: string, to: string): boolean {
    const { project, notices } = this.#tools
    const moves = inside(project.paths, path).map(
      (one) => [one, to + one.slice(path.length)] as const
    )
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

  /** Moves a file or folder up (-1) or down (1) among those beside it. */
  step(path: string, by: 1 | -1): void {
    const { project, notices } = this.#tools
    const paths = stepPath(project.paths, path, by)
    if (paths === project.paths) {
      notices.say(`${path} is ${by < 0 ? 'the first' : 'the last'} in its folder.`)
      return
    }
    project.arrange(paths)
    const at = paths.findIndex((one) => one === path || one.startsWith(`${path}/`)) + 1
    notices.say(`${path} is now at place ${at} of ${paths.length}.`)
  }

  /** Moves a file beside another, into its folder too. */
  place(path: string, beside: string, after: boolean): void {
    const { project, notices } = this.#tools
    const before = project.paths
    const to = this.#moveInto(path, folderOf(beside))
    project.arrange(placePath(project.paths, to, beside, after))
    if (to === path && before.every((one, at) => one === project.paths[at])) return
    notices.tell(to === path ? `${path} was moved.` : `${path} is now ${to}.`, [
      notices.undo(project, () => {
        if (to !== path) project.move(to, path)
        project.arrange(before)
      })
    ])
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

/** The file of this path, or the files in the folder of this path. */
function inside(paths: string[], path: string): string[] {
  return paths.filter((one) => one === path || one.startsWith(`${path}/`))
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`
}
