import { concatBytes } from '@noble/hashes/utils.js'
import type { Card } from '../../document/model.ts'
import type { SidedNote } from '../anki/anki-notes.ts'
import { ofLatest } from '../anki/latest-list.ts'

/** What a row holds. */
export type TextNote = Pick<SidedNote, 'deck' | 'frontHtml' | 'backHtml' | 'tags' | 'guid'> & {
  card: Pick<Card, 'kind'>
}

/** The note types of the rows, by the kinds of their cards. */
export type TypeNames = Partial<Record<Card['kind'], string>>

/** The lines that tell Anki what the rows hold; no `#columns`, which breaks on translated collections. */
function headerLines(types: TypeNames): string {
  const [only, ...others] = Object.values(types)
  return [
    '#separator:tab',
    '#html:true',
    '#if matches:update current',
    ...(others.length === 0 ? [`#notetype:${only ?? ''}`] : []),
    '#deck column:1',
    '#tags column:4',
    '#guid column:5',
    ...(others.length > 0 ? ['#notetype column:6'] : []),
    ''
  ].join('\n')
}

/** The bytes of `anki_cards.txt`, row by row. */
export class TextRows {
  readonly #header = new Lines()
  /** By the depth of the deck: one met before its parent makes Anki add a second parent, `Parent+`. */
  readonly #levels = new Map<number, Lines>()
  readonly #tagsOf = ofLatest((tags) => `"\t"${cell(tags.join(' '))}"\t"`)
  #latest: { deck: string; begin: string; level: Lines } | undefined

  /** The end of each row, by the kind of its card. */
  readonly #ends: Partial<Record<Card['kind'], string>> = {}

  /** Rows of cards of these kinds. */
  constructor(types: TypeNames) {
    this.#header.add(headerLines(types))
    if (Object.keys(types).length < 2) return
    for (const kind of ['basic', 'cloze'] as const) {
      this.#ends[kind] = `"\t"${cell(types[kind] ?? '')}"\n`
    }
  }

  /** Adds a note as a line, every cell quoted: an unquoted `#` or quote would make rows vanish (A2). */
  add({ card, deck, frontHtml, backHtml, tags, guid }: TextNote): void {
    if (this.#latest?.deck !== deck) {
      this.#latest = { deck, begin: `"${cell(deck)}"\t"`, level: this.#levelOf(deck) }
    }
    const { begin, level } = this.#latest
    const end = this.#ends[card.kind] ?? '"\n'
    level.add(
      `${begin}${cell(frontHtml)}"\t"${cell(backHtml)}${this.#tagsOf(tags)}${cell(guid)}${end}`
    )
  }

  finish(): Uint8Array {
    const levels = [...this.#levels].sort(([a], [b]) => a - b).map(([, level]) => level)
    return concatBytes(...[this.#header, ...levels].flatMap((lines) => lines.finish()))
  }

  #levelOf(deck: string): Lines {
    const depth = deck.split('::').length
    const level = this.#levels.get(depth) ?? new Lines()
    this.#levels.set(depth, level)
    return level
  }
}

/** Bytes that are taken at a time: enough for hundreds of lines. */
const PART = 1 << 18
/** A UTF-16 unit takes no more bytes than this in UTF-8. */
const MOST_BYTES = 3

/** Lines as UTF-8. */
class Lines {
  readonly #encoder = new TextEncoder()
  readonly #parts: Uint8Array[] = []
  #part = new Uint8Array(0)
  #length = 0

  add(line: string): void {
    const room = line.length * MOST_BYTES
    if (this.#part.length - this.#length < room) this.#begin(Math.max(PART, room))
    this.#length += this.#encoder.encodeInto(line, this.#part.subarray(this.#length)).written
  }

  /** The bytes of all that was added. */
  finish(): Uint8Array[] {
    this.#begin(0)
    return this.#parts
  }

  #begin(size: number): void {
    this.#parts.push(this.#part.subarray(0, this.#length))
    this.#part = new Uint8Array(size)
    this.#length = 0
  }
}

function cell(text: string): string {
  return text.includes('"') ? text.replaceAll('"', '""') : text
}
