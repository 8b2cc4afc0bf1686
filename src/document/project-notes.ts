import { DocumentParser } from '../markdown/reading/document-parser.ts'
import { NotePaths } from '../render/note-paths.ts'
import { blockIdsIn } from './items/block-ids.ts'
import { readDocument } from './read-document.ts'
import { isTooDeep, type Document, type Notes } from './document.ts'

/** Characters of texts whose trees are kept for those that show them. */
const MOST_KEPT = 3_000_000

/** The texts of a project, for files that show others in themselves. */
export class ProjectNotes {
  readonly #textOf: (path: string) => string | undefined
  #paths: NotePaths | undefined
  #listed: () => readonly string[]
  /** The first path that holds a block, by its id. */
  #blocks: Map<string, string> | undefined
  readonly #idsIn = new Map<string, { text: string; ids: string[] }>()
  /** Oldest first. */
  readonly #read = new Map<string, { text: string; document: Document | undefined }>()
  #noteSyntax: boolean

  constructor(
    listed: () => readonly string[],
    textOf: (path: string) => string | undefined,
    noteSyntax: boolean
  ) {
    this.#listed = listed
    this.#textOf = textOf
    this.#noteSyntax = noteSyntax
  }

  /** To be told whenever a path came or went. */
  pathsChanged(): void {
    this.#paths = undefined
    this.#idsIn.clear()
    this.textsChanged()
  }

  /** To be told whenever a text became another. */
  textsChanged(): void {
    this.#blocks = undefined
  }

  configure(noteSyntax: boolean): void {
    if (noteSyntax === this.#noteSyntax) return
    this.#noteSyntax = noteSyntax
    this.#read.clear()
    this.pathsChanged()
  }

  find(note: string, from: string): string | undefined {
    this.#paths ??= new NotePaths(this.#listed())
    return this.#paths.find(note, from)
  }

  findBlock(id: string): string | undefined {
    this.#blocks ??= new Map(
      this.#listed()
        .toReversed()
        .flatMap((path) => this.#blockIds(path).map((own) => [own, path] as const))
    )
    return this.#blocks.get(id)
  }

  #blockIds(path: string): string[] {
    const text = this.#textOf(path) ?? ''
    const known = this.#idsIn.get(path)
    if (known?.text === text) return known.ids
    const ids = this.#noteSyntax ? blockIdsIn(text) : []
    this.#idsIn.set(path, { text, ids })
    return ids
  }

  textOf(path: string): string | undefined {
    return this.#textOf(path)
  }

  read(path: string): Document | undefined {
    const text = this.#textOf(path)
    if (text === undefined) return undefined
    const known = this.#read.get(path)
    this.#read.delete(path)
    const read = known?.text === text ? known : { text, document: this.#parse(path, text) }
    this.#read.set(path, read)
    this.#forgetOld()
    return read.document
  }

  #parse(path: string, text: string): Document | undefined {
    try {
      return readDocument({ path, text }, new DocumentParser(this.#noteSyntax))
    } catch (error) {
      if (!isTooDeep(error)) throw error
      return undefined
    }
  }

  #forgetOld(): void {
    let size = 0
    for (const { text } of this.#read.values()) size += text.length
    for (const [path, { text }] of this.#read) {
      if (size <= MOST_KEPT || this.#read.size === 1) break
      this.#read.delete(path)
      size -= text.length
    }
  }
}

/** What one file asked of the others, to know later whether the answers would be the same. */
export class AskedNotes implements Notes {
  readonly #notes: ProjectNotes
  readonly #found = new Map<string, { note: string; from: string; path: string | undefined }>()
  readonly #texts = new Map<string, string | undefined>()
  readonly #blocks = new Map<string, string | undefined>()

  constructor(notes: ProjectNotes) {
    this.#notes = notes
  }

  find(note: string, from: string): string | undefined {
    const path = this.#notes.find(note, from)
    this.#found.set(`${from}\n${note}`, { note, from, path })
    return path
  }

  findBlock(id: string): string | undefined {
    const path = this.#notes.findBlock(id)
    this.#blocks.set(id, path)
    return path
  }

  read(path: string): Document | undefined {
    this.#texts.set(path, this.#notes.textOf(path))
    return this.#notes.read(path)
  }

  /** Paths of the notes that were read, or would have been. */
  get paths(): string[] {
    return [...this.#texts.keys()]
  }

  /** Ids of the blocks that were looked for. */
  get blockIds(): string[] {
    return [...this.#blocks.keys()]
  }

  /** Whether every answer would be the same now. */
  get areSame(): boolean {
    for (const [path, text] of this.#texts) if (this.#notes.textOf(path) !== text) return false
    for (const { note, from, path } of this.#found.values()) {
      if (this.#notes.find(note, from) !== path) return false
    }
    for (const [id, path] of this.#blocks) if (this.#notes.findBlock(id) !== path) return false
    return true
  }
}
