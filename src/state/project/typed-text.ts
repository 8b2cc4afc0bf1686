import type { TextEdit } from '../../laegna.ts'

/** How large a text is. */
export interface TextSize {
  /** UTF-16 units of it. */
  length: number
  lines: number
}

/** The text that was typed into: as the editor had it, and as it came to the editor, if it is that still. */
export interface TextBefore {
  as: TextSize
  text?: string | undefined
}

/** A text as the editor has it, put together when somebody first asks for it. */
export class TypedText implements TextSize {
  readonly length: number
  readonly lines: number
  /** What was typed last, in places of the text before. */
  readonly edits: TextEdit[]
  readonly #before: TextBefore
  /** Tells this state of a text from all others. */
  readonly #as: TextSize
  #text: string | (() => string)

  constructor(text: () => string, as: TextSize, edits: TextEdit[], before: TextBefore) {
    this.#text = text
    this.#as = as
    this.length = as.length
    this.lines = as.lines
    this.edits = edits
    this.#before = before
  }

  get text(): string {
    if (typeof this.#text !== 'string') this.#text = this.#text()
    return this.#text
  }

  /** Whether it was typed into this very text: the editor ends all lines alike, so others may be. */
  continues(before: string | TypedText | undefined): boolean {
    if (typeof before === 'object' && before.#as === this.#before.as) return true
    const { text } = this.#before
    if (text === undefined || text.includes('\r')) return false
    return text === (typeof before === 'object' ? before.text : before)
  }
}
