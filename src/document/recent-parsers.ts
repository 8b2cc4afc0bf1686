import { DocumentParser } from '../markdown/reading/document-parser.ts'

/** Characters of text whose trees are kept: a tree takes some fifty times the memory of its text. */
const MOST_KEPT = 3_000_000

/** Keeps the parsers of the files read last, so that an edit there costs one chunk. */
export class RecentParsers {
  readonly #most: number
  /** Oldest first. */
  readonly #parsers = new Map<string, { parser: DocumentParser; size: number }>()

  /** `most` is how many characters of text its files have in all, the one read last aside. */
  constructor(most = MOST_KEPT) {
    this.#most = most
  }

  /**
   * The parser of a file, whose text now has `size` characters; a new one where none is kept that reads
   * note syntax, or does not.
   */
  take(path: string, size: number, noteSyntax: boolean): DocumentParser {
    const known = this.#parsers.get(path)?.parser
    const parser = known?.noteSyntax === noteSyntax ? known : new DocumentParser(noteSyntax)
    this.#parsers.delete(path)
    this.#parsers.set(path, { parser, size })
    let sum = 0
    for (const kept of this.#parsers.values()) sum += kept.size
    for (const [other, kept] of this.#parsers) {
      if (sum <= this.#most || other === path) break
      this.#parsers.delete(other)
      sum -= kept.size
    }
    return parser
  }
}
