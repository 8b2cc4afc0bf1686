import { plural } from '../../language/plural.ts'
import type { SourceFile } from '../../document/model.ts'
import type { FolderTools } from './folder-tools.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** What is said, asked and undone between a project and its folder. */
export class FolderWords {
  readonly #notices: Notices
  readonly #project: Project
  readonly #came: FolderTools['came']

  constructor({ notices, project, came }: Pick<FolderTools, 'notices' | 'project' | 'came'>) {
    this.#notices = notices
    this.#project = project
    this.#came = came
  }

  saved(files: number, folder: string): void {
    if (files === 0) this.#notices.tell(`${folder} holds everything already.`)
    else {
      this.#notices.tell(
        plural(
          files,
          ['{count} file was saved in {folder}.', '{count} files were saved in {folder}.'],
          { folder }
        )
      )
    }
  }

  /** Takes in what changed in the folder, and takes out what went from it. */
  taken(files: SourceFile[], gone: string[]): void {
    const project = this.#project
    const before = [...files.map(({ path }) => path), ...gone]
      .filter((path) => project.paths.includes(path))
      .map((path) => ({ path, text: project.text(path) }))
    const fresh = files.filter(({ path }) => !project.paths.includes(path))
    if (files.length > 0) project.put(files)
    for (const path of gone) project.remove(path)
    const undo = () => {
      for (const { path } of fresh) if (project.paths.includes(path)) project.remove(path)
      if (before.length > 0) project.put(before)
    }
    const [first] = [...files.map(({ path }) => path), ...gone]
    const count = files.length + gone.length
    const sentence = plural(
      count,
      [
        '{first} was changed in the folder, and so here.',
        '{count} files were changed in the folder, and so here.'
      ],
      { first: first ?? '' }
    )
    this.#notices.tell(sentence, [this.#notices.undo(project, undo)])
    if (files.length > 0) this.#came(files, before)
  }

  /** Asks which text holds where both changed; `agree` is called with either answer. */
  clash(theirs: SourceFile, agree: () => void): void {
    const { path } = theirs
    const project = this.#project
    const takeTheirs = () => {
      const ours = { path, text: project.text(path) }
      agree()
      project.put([theirs])
      const undo = this.#notices.undo(project, () => project.put([ours]))
      this.#notices.tell(`${path} is as in the folder.`, [undo])
      this.#came([theirs], [ours])
    }
    this.#notices.offer(
      `${path} was changed here and in the folder. Until you choose, nothing is written over.`,
      [
        { label: 'Keep mine', run: agree },
        this.#notices.undo(project, takeTheirs, 'Take the folder’s')
      ]
    )
  }

  /** Asks about files that were deleted here only. */
  leftOver(paths: string[], remove: () => unknown): void {
    const sentence = plural(
      paths.length,
      [
        '{first} is deleted here, and still in the folder.',
        '{count} files are deleted here, and still in the folder.'
      ],
      { first: paths[0] ?? '' }
    )
    this.#notices.offer(sentence, [{ label: 'Delete there too', run: remove }])
  }

  lost(folder: string): void {
    this.#notices.warn(
      `The folder ${folder} could not be read or written. Check that it is still there and may be changed; your text is kept in this browser.`
    )
  }
}
