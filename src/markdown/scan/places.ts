import type { Point } from 'unist'
import type { Stretch } from './part.ts'

/** Where the characters of some inline content stand in the text. They are asked for in their order. */
export interface InlinePlaces {
  /** Where an offset stands, counted from the begin of the content; not before one that was asked for. */
  at(offset: number): Point
  /** The same of an offset at which words end. */
  endAt(offset: number): Point
}

/** Those of a stretch of the text. */
export class Places implements InlinePlaces {
  readonly #text: string
  readonly #from: number
  #line: number
  #lineStart: number
  #lineEnd: number

  constructor(text: string, { start, line }: Stretch) {
    this.#text = text
    this.#from = start
    this.#line = line
    this.#lineStart = text.lastIndexOf('\n', start - 1) + 1
    this.#lineEnd = text.indexOf('\n', start)
  }

  at(offset: number): Point {
    const place = this.#from + offset
    while (this.#lineEnd >= 0 && this.#lineEnd < place) {
      this.#line++
      this.#lineStart = this.#lineEnd + 1
      this.#lineEnd = this.#text.indexOf('\n', this.#lineStart)
    }
    return { line: this.#line + 1, column: place - this.#lineStart + 1, offset: place }
  }

  endAt(offset: number): Point {
    return this.at(offset)
  }
}
