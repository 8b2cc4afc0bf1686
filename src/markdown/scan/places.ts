import type { Point } from 'unist'
import type { Stretch } from './part.ts'

/** Turns offsets within a stretch of a text into places, in their order. */
export class Places {
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

  /** Where an offset stands, counted from the begin of the stretch; not before one that was asked for. */
  at(offset: number): Point {
    const place = this.#from + offset
    while (this.#lineEnd >= 0 && this.#lineEnd < place) {
      this.#line++
      this.#lineStart = this.#lineEnd + 1
      this.#lineEnd = this.#text.indexOf('\n', this.#lineStart)
    }
    return { line: this.#line + 1, column: place - this.#lineStart + 1, offset: place }
  }
}
