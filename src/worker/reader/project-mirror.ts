import type { Settings, SourceFile, TextEdit } from '../../laegna.ts'
import type { Change } from '../protocol/messages.ts'
import type { FileNews } from '../protocol/text-news.ts'
import { UntoldEdits, type TypedFile } from './typed-file.ts'

/** A text, or how to put it together. */
interface Mirrored {
  text: string | (() => string)
  length: number
}

/** The project as the compile worker should know it, and what it has not been told yet. */
export class ProjectMirror {
  #files = new Map<string, Mirrored>()
  #settings: Settings | undefined
  #media: string[] = []
  #unsent = new Set<string>()
  /** What was typed into files of which the worker knows the text before. */
  #edits = new Map<string, UntoldEdits>()
  #pathsChanged = true
  #settingsChanged = true
  #mediaChanged = true
  #heldBack = new Set<string>()

  get settings(): Settings | undefined {
    return this.#settings
  }

  /** Files that the worker is not to see: each took too long as it stands. */
  get heldBack(): string[] {
    return [...this.#heldBack]
  }

  /** Characters of all files. */
  get size(): number {
    let size = 0
    for (const { length } of this.#files.values()) size += length
    return size
  }

  /** Replaces everything: another project. */
  reset(files: SourceFile[], settings: Settings, media: readonly string[] = []): void {
    this.#files = new Map(files.map(({ path, text }) => [path, mirrored(text)]))
    this.#settings = settings
    this.#media = [...media]
    this.#heldBack.clear()
    this.forgetSent()
  }

  /** Takes the newest text of a file, new or known; a file held back gets another chance. */
  put({ path, text }: SourceFile): void {
    if (!this.#files.has(path) || this.#heldBack.delete(path)) this.#pathsChanged = true
    this.#files.set(path, mirrored(text))
    this.#unsent.add(path)
    this.#edits.delete(path)
  }

  /** Takes what was typed into a file; says no for one of which the worker has to be told the whole text. */
  type({ path, text, length }: TypedFile, edits: TextEdit[]): boolean {
    if (!this.#files.has(path) || this.#heldBack.has(path)) return false
    const untold = this.#edits.get(path) ?? new UntoldEdits()
    if (!this.#unsent.has(path) && !untold.add(edits)) return false
    this.#files.set(path, { text, length })
    if (!this.#unsent.has(path)) this.#edits.set(path, untold)
    return true
  }

  /** Takes the files' order; those not named are gone. */
  arrange(paths: readonly string[]): void {
    this.#files = new Map(paths.map((path) => [path, this.#files.get(path) ?? mirrored('')]))
    this.#pathsChanged = true
  }

  configure(settings: Settings): void {
    this.#settings = settings
    this.#settingsChanged = true
  }

  /** Takes the paths of the project's media. */
  setMedia(paths: readonly string[]): void {
    this.#media = [...paths]
    this.#mediaChanged = true
  }

  /** Keeps files from the worker until their text changes, or they are released. */
  hold(paths: string[]): void {
    for (const path of paths) {
      this.#heldBack.add(path)
      this.#edits.delete(path)
    }
    this.#pathsChanged = true
  }

  /** Lets the worker see the files held back, and gives their paths. */
  release(): string[] {
    const paths = this.heldBack
    for (const path of paths) this.put({ path, text: this.text(path) })
    return paths
  }

  isHeld(path: string): boolean {
    return this.#heldBack.has(path)
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  text(path: string): string {
    const text = this.#files.get(path)?.text ?? ''
    return typeof text === 'string' ? text : text()
  }

  paths(): string[] {
    return [...this.#files.keys()]
  }

  /** A new worker knows nothing: the next change holds everything. */
  forgetSent(): void {
    this.#unsent = new Set(this.#files.keys())
    this.#edits.clear()
    this.#pathsChanged = true
    this.#settingsChanged = true
    this.#mediaChanged = true
  }

  /** What the worker has not been told; from now on it counts as told. */
  takeChange(): Change {
    const visible = (path: string) => this.has(path) && !this.isHeld(path)
    const put: FileNews[] = []
    for (const path of [...this.#unsent].filter(visible)) put.push({ path, text: this.text(path) })
    for (const [path, edits] of this.#edits) {
      const length = this.#files.get(path)?.length
      if (length !== undefined && visible(path)) put.push(edits.take({ path, length }))
    }
    const change: Change = {
      put,
      ...(this.#pathsChanged && { paths: this.paths().filter(visible) }),
      ...(this.#settingsChanged && this.#settings && { settings: this.#settings }),
      ...(this.#mediaChanged && { media: this.#media })
    }
    this.#unsent.clear()
    this.#edits.clear()
    this.#pathsChanged = false
    this.#settingsChanged = false
    this.#mediaChanged = false
    return change
  }
}

function mirrored(text: string): Mirrored {
  return { text, length: text.length }
}
