import type { SourceFile } from '../document/model.ts'
import { freeName, pathForText } from './free-name.ts'
import {
  judgeBytes,
  judgeOutside,
  looksLikeMarkdown,
  sizeLimit,
  withPlainLines
} from './judge-file.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'

/** A file that was dropped or picked, not yet read. */
export interface OfferedFile {
  /** With its folders: `notes/cells.md`. */
  path: string
  file: Blob
  /** Came with its folder: other kinds of file are left aside without a word about each. */
  inFolder: boolean
}

/** A file that comes where another text already stands. */
interface Rival {
  old: string
  file: SourceFile
}

/** Takes files and text into the open project; what cannot be taken is named, the rest goes on. */
export class Intake {
  readonly #project: Project
  readonly #notices: Notices
  readonly #create: (name: string, files: SourceFile[]) => Promise<boolean>

  constructor(
    project: Project,
    notices: Notices,
    create: (name: string, files: SourceFile[]) => Promise<boolean>
  ) {
    this.#project = project
    this.#notices = notices
    this.#create = create
  }

  /** Reads what was dropped or picked. */
  async takeFiles(offered: OfferedFile[]): Promise<void> {
    const wanted = offered.filter(({ path, inFolder }) => !inFolder || looksLikeMarkdown(path))
    const files: SourceFile[] = []
    const refused: string[] = []
    for (const { path, file } of wanted) {
      const verdict = await judge(path, file)
      if (typeof verdict === 'string') refused.push(verdict)
      else files.push(verdict)
    }
    this.#reportRefused(refused, wanted.length)
    if (files.length > 0) await this.#add(files)
    else if (refused.length === 0) {
      this.#notices.warn('There is no .md, .markdown or .txt file in what you added.')
    }
  }

  /** Makes a new file of pasted text, named from its first heading. */
  async takeText(text: string): Promise<void> {
    if (!text.trim()) return
    if (text.length >= sizeLimit) {
      this.#notices.warn('The pasted text is too long: a file must stay below 20 MB. Split it.')
      return
    }
    const taken = this.#project.sample ? [] : this.#project.paths
    const path = freeName(pathForText(text), taken)
    await this.#add([{ path, text: withPlainLines(text) }])
  }

  #reportRefused(sentences: string[], of: number): void {
    const [first] = sentences
    if (first !== undefined && sentences.length === 1) this.#notices.warn(first)
    else if (sentences.length > 1) {
      this.#notices.warn(`${sentences.length} of ${of} files were not added.`, sentences)
    }
  }

  async #add(files: SourceFile[]): Promise<void> {
    // The example is for looking at: somebody's own files begin a project of their own.
    if (this.#project.sample) return this.#begin(files)
    const rivals: Rival[] = []
    const fresh: SourceFile[] = []
    const taken = new Set(this.#project.paths)
    for (const file of files) {
      const { path, text } = file
      if (!taken.has(path)) fresh.push(file)
      else if (this.#project.text(path) !== text) {
        rivals.push({ old: path, file: { path: freeName(path, taken), text } })
      }
      taken.add(rivals.at(-1)?.file.path ?? path)
      taken.add(path)
    }
    this.#put([...fresh, ...rivals.map(({ file }) => file)], rivals, files.length)
  }

  async #begin(files: SourceFile[]): Promise<void> {
    const named: SourceFile[] = []
    for (const { path, text } of files) {
      const taken = named.map((other) => other.path)
      named.push({ path: freeName(path, taken), text })
    }
    const name = projectName(named)
    if (!(await this.#create(name, named))) return
    this.#notices.tell(`${count(named.length)} added to a new project, ${this.#project.name}.`)
  }

  #put(files: SourceFile[], rivals: Rival[], offered: number): void {
    const [first] = files
    if (!first) {
      this.#notices.tell(`${count(offered)} already here, word for word: nothing was added.`)
      return
    }
    this.#project.put(files)
    this.#project.openPath = first.path
    const undo = { label: 'Undo', run: () => files.forEach(({ path }) => this.#takeOut(path)) }
    if (rivals.length === 0) this.#notices.tell(`${count(files.length)} added.`, [undo])
    else {
      const replace = { label: 'Replace the old', run: () => this.#replace(rivals) }
      this.#notices.offer(rivalSentence(rivals), [replace, undo])
    }
  }

  #replace(rivals: Rival[]): void {
    const before = rivals.map(({ old }) => ({ path: old, text: this.#project.text(old) }))
    for (const { file } of rivals) this.#takeOut(file.path)
    this.#project.put(rivals.map(({ old, file }) => ({ path: old, text: file.text })))
    this.#project.openPath = rivals[0]?.old
    this.#notices.tell(`${count(rivals.length)} replaced.`, [
      { label: 'Undo', run: () => this.#project.put(before) }
    ])
  }

  #takeOut(path: string): void {
    if (this.#project.paths.includes(path)) this.#project.remove(path)
  }
}

async function judge(path: string, file: Blob): Promise<SourceFile | string> {
  const fault = judgeOutside(path, file.size)
  if (fault !== undefined) return fault
  try {
    const verdict = judgeBytes(path, new Uint8Array(await file.arrayBuffer()))
    return verdict.taken ? verdict.file : verdict.sentence
  } catch {
    return `${path} could not be read from the disk. Check that it is still there and add it again.`
  }
}

function rivalSentence(rivals: Rival[]): string {
  const [first] = rivals
  if (first && rivals.length === 1) {
    return `${first.old} is already here with other text, so the new one is ${first.file.path}.`
  }
  return `${rivals.length} files are already here with other text, so the new ones got new names.`
}

function count(files: number): string {
  return files === 1 ? '1 file was' : `${files} files were`
}

/** After the folder that holds all, else the first file. */
function projectName(files: SourceFile[]): string {
  const [first] = files
  const path = first?.path ?? 'Untitled project'
  const folder = path.split('/')[0] ?? ''
  const inOne = path.includes('/') && files.every((file) => file.path.startsWith(`${folder}/`))
  const name = inOne ? folder : (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '')
  const words = name.replace(/[-_]+/g, ' ').trim() || 'Untitled project'
  return words.charAt(0).toUpperCase() + words.slice(1)
}
