import type { TextEdit } from '../../laegna.ts'

/** How large a text is. */
export interface TextSize {
  /** UTF-16 units of it. */
  length: number
  lines: number
}

/** A text as the editor has it, put together when somebody first asks for it. */
export class TypedText implements TextSize {
  readonly length: number
  readonly lines: number
  /** What was typed last, in places of the text before. */
  readonly edits: TextEdit[]
  /** UTF-16 units of that text. */
  readonly #lengthBefore: number
  #text: string | (() => string)

  constructor(
    text: () => string,
    { length, lines }: TextSize,
    edits: TextEdit[],
    lengthBefore: number
  ) {
    this.#text = text
    this.length = length
    this.lines = lines
    this.edits = edits
    this.#lengthBefore = lengthBefore
  }

  get text(): string {
    if (typeof this.#text !== 'string') this.#text = this.#text()
    return this.#text
  }

  /** Whether it was typed into this very text: the editor ends all lines alike, so others may be. */
  continues(before: string | TypedText | undefined): boolean {
    if (before?.length !== this.#lengthBefore) return false
    return typeof before !== 'string' || !before.includes('\r')
  }
}
