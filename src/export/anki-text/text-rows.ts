import { concatBytes } from '@noble/hashes/utils.js'
import type { SidedNote } from '../anki/anki-notes.ts'

/** What a row holds. */
export type TextNote = Pick<SidedNote, 'deck' | 'frontHtml' | 'backHtml' | 'tags' | 'guid'>

/** The lines that tell Anki what the rows hold; no `#columns`, which breaks on translated collections. */
function headerLines(noteType: string): string {
  return [
    '#separator:tab',
    '#html:true',
    '#if matches:update current',
    `#notetype:${noteType}`,
    '#deck column:1',
    '#tags column:4',
    '#guid column:5',
    ''
  ].join('\n')
}

/** The bytes of `anki_cards.txt`, row by row. */
export class TextRows {
  readonly #header = new Lines()
  /** By the depth of the deck: one met before its parent makes Anki add a second parent, `Parent+`. */
  readonly #levels = new Map<number, Lines>()
  #latest: { deck: string; level: Lines } | undefined

  constructor(noteType: string) {
    this.#header.add(headerLines(noteType))
  }

  /** Adds a note as a line, every cell quoted: an unquoted `#` or quote would make rows vanish (A2). */
  add({ deck, frontHtml, backHtml, tags, guid }: TextNote): void {
    if (this.#latest?.deck !== deck) this.#latest = { deck, level: this.#levelOf(deck) }
    this.#latest.level.addRow(deck, frontHtml, backHtml, tags.join(' '), guid)
  }

  finish(): Uint8Array {
    const levels = [...this.#levels].sort(([a], [b]) => a - b).map(([, level]) => level)
    return concatBytes(...[this.#header, ...levels].flatMap((lines) => lines.encode()))
  }

  #levelOf(deck: string): Lines {
    const depth = deck.split('::').length
    const level = this.#levels.get(depth) ?? new Lines()
    this.#levels.set(depth, level)
    return level
  }
}

/** So many pieces of lines are encoded at once. */
const PART = 2000

/** Lines as UTF-8. */
class Lines {
  readonly #encoder = new TextEncoder()
  readonly #parts: Uint8Array[] = []
  #pieces: string[] = []

  add(line: string): void {
    this.#pieces.push(line)
  }

  /** Adds a row of cells; joined all at once, their pieces take less time than line by line. */
  addRow(a: string, b: string, c: string, d: string, e: string): void {
    const next = '"\t"'
    const count = this.#pieces.push(
      '"',
      cell(a),
      next,
      cell(b),
      next,
      cell(c),
      next,
      cell(d),
      next,
      cell(e),
      '"\n'
    )
    if (count > PART) this.encode()
  }

  /** All that was added so far. */
  encode(): Uint8Array[] {
    this.#parts.push(this.#encoder.encode(this.#pieces.join('')))
    this.#pieces = []
    return this.#parts
  }
}

function cell(text: string): string {
  return text.includes('"') ? text.replaceAll('"', '""') : text
}
