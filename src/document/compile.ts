import { inEnglish } from '../say/say.ts'
import { MediaPaths } from '../render/media-paths.ts'
import { compileFile, tooDeep, type FileCompilation } from './compile-file.ts'
import { diagnose, type Problem } from './problems/diagnostics.ts'
import { AskedNotes, ProjectNotes } from './project-notes.ts'
import { readDocument } from './read-document.ts'
import { isTooDeep, withoutExtension, type Notes } from './document.ts'
import { fileIds } from './file-ids.ts'
import type { Compilation, Settings, SourceFile } from './model.ts'
import { joinParts, type CompilationPart } from './parts.ts'
import { RecentParsers } from './recent-parsers.ts'
import { completeSettings } from './settings.ts'

/**
 * Reads the files of a project: chapters, captured blocks and chapters, cards, problems. `media`
 * are the paths of its pictures and sounds. Same input, same result; no text makes it throw.
 */
export function compile(
  files: SourceFile[],
  settings?: Partial<Settings>,
  media?: readonly string[]
): Compilation {
  const compiler = new Compiler(settings, media, 0)
  for (const { path, text } of files) compiler.update(path, text)
  return compiler.compilation
}

/** One file, and what it gave when it was last read. */
interface CompilerFile {
  text: string
  read?: { wish: string; fileId: string; result: FileCompilation; asked: AskedNotes }
  /** What it gave, with a problem that is between files. */
  part?: { result: FileCompilation; problem: Problem; whole: CompilationPart }
}

/**
 * Keeps a project compiled while it changes: only files with another text, or another id, and those that
 * show one, are read again. Its `compilation` always equals what `compile` would give.
 */
export class Compiler {
  #settings: Settings
  #media: MediaPaths
  #files = new Map<string, CompilerFile>()
  readonly #parsers: RecentParsers
  readonly #notes: ProjectNotes

  /** `kept` is how many characters of text keep their trees, so that an edit costs less. */
  constructor(settings?: Partial<Settings>, media: readonly string[] = [], kept?: number) {
    this.#parsers = new RecentParsers(kept)
    this.#settings = completeSettings(settings)
    this.#media = new MediaPaths(media)
    this.#notes = new ProjectNotes(
      () => [...this.#files.keys()],
      (path) => this.#files.get(path)?.text,
      this.#settings.noteSyntax
    )
  }

  /** Takes the newest text of a file, new or known. */
  update(path: string, text: string): void {
    const known = this.#files.get(path)
    if (!known) this.#notes.pathsChanged()
    if (known?.text === text) return
    this.#files.set(path, { text })
    this.#notes.textsChanged()
  }

  /** The newest text of a file; undefined for an unknown one. */
  text(path: string): string | undefined {
    return this.#files.get(path)?.text
  }

  remove(path: string): void {
    this.#files.delete(path)
    this.#notes.pathsChanged()
  }

  /** Takes the order of the files; those not named are gone. */
  arrange(paths: string[]): void {
    this.#files = new Map(paths.map((path) => [path, this.#files.get(path) ?? { text: '' }]))
    this.#notes.pathsChanged()
  }

  /** Takes other settings, under which every file is read again. */
  configure(settings: Partial<Settings>): void {
    this.#settings = completeSettings(settings)
    this.#notes.configure(this.#settings.noteSyntax)
    for (const file of this.#files.values()) delete file.read
  }

  /** Takes the paths of the project's media; files whose cards ask for some are read again. */
  setMedia(paths: readonly string[]): void {
    this.#media = new MediaPaths(paths)
    for (const file of this.#files.values()) if (file.read?.result.asksForMedia) delete file.read
  }

  /** The files as they are known, in order. */
  get files(): SourceFile[] {
    return Array.from(this.#files, ([path, { text }]) => ({ path, text }))
  }

  /** What a text may show of the files here. */
  get notes(): Notes {
    return this.#notes
  }

  get compilation(): Compilation {
    return joinParts(this.parts)
  }

  /** Reads one of the files that are not read; says whether there was one. */
  readNext(): boolean {
    for (const [path, file] of this.#files) {
      if (file.read) continue
      this.#read(path, file)
      return true
    }
    return false
  }

  /** What each file gave, in their order: the same object as before for one that was not read again. */
  get parts(): CompilationPart[] {
    const reads = Array.from(this.#files, ([path, file]) => ({ path, ...this.#read(path, file) }))
    const { ids, problems } = fileIds(reads)
    return Array.from(this.#files, ([path, file]) => {
      const { result } = this.#read(path, file, ids.get(path))
      const problem = problems.get(path)
      if (!problem) return result
      const { part } = file
      if (part?.result === result && saySame(part.problem, problem)) return part.whole
      const diagnostics = [...diagnose(path, file.text, [problem]), ...result.diagnostics]
      const whole = { ...result, diagnostics }
      file.part = { result, problem, whole }
      return whole
    })
  }

  /** What a file gives under an id; under the one it wishes for if none is said. */
  #read(path: string, file: CompilerFile, fileId?: string): NonNullable<CompilerFile['read']> {
    const { read, text } = file
    if (read && read.fileId === (fileId ?? read.fileId) && read.asked.areSame) return read
    const asked = new AskedNotes(this.#notes)
    try {
      const document = readDocument(
        { path, text },
        this.#parsers.take(path, text.length, this.#settings.noteSyntax),
        asked
      )
      const wish = document.frontMatter.fileId ?? withoutExtension(path)
      const id = fileId ?? wish
      const result = compileFile(document, id, this.#settings, this.#media)
      file.read = { wish, fileId: id, result, asked }
    } catch (error) {
      if (!isTooDeep(error)) throw error
      const wish = withoutExtension(path)
      const id = fileId ?? wish
      file.read = { wish, fileId: id, result: tooDeep(path, id, text), asked }
    }
    return file.read
  }
}

function saySame(one: Problem, other: Problem): boolean {
  return inEnglish(one.said) === inEnglish(other.said)
}
