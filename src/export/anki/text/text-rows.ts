import { concatBytes } from '@noble/hashes/utils.js'
import type { Card } from '../../../document/model.ts'
import type { SidedNote } from '../deck/anki-notes.ts'
import { ofLatest } from '../deck/latest-list.ts'

/** What a row holds. */
export type TextNote = Pick<SidedNote, 'deck' | 'frontHtml' | 'backHtml' | 'tags' | 'guid'> & {
  card: Pick<Card, 'kind'>
  /** The note type of this very note, where it is another than that of its kind. */
  type?: string | undefined
}

/** The note types of the rows, by the kinds of their cards. */
export type TypeNames = Partial<Record<Card['kind'], string>>

/** The lines that tell Anki what the rows hold; no `#columns`, which breaks on translated collections. */
function headerLines(types: TypeNames, isNamed: boolean): string {
  return [
    '#separator:tab',
    '#html:true',
    '#if matches:update current',
    ...(isNamed ? [] : [`#notetype:${Object.values(types)[0] ?? ''}`]),
    '#deck column:1',
    '#tags column:4',
    '#guid column:5',
    ...(isNamed ? ['#notetype column:6'] : []),
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

  readonly #types: TypeNames
  readonly #isNamed: boolean

  /** Rows of cards of these kinds; `hasOwn` where some may have a note type of their own. */
  constructor(types: TypeNames, hasOwn = false) {
    this.#types = types
    this.#isNamed = hasOwn || Object.keys(types).length > 1
    this.#header.add(headerLines(types, this.#isNamed))
  }

  /** Adds a note as a line, every cell quoted: an unquoted `#` or quote would make rows vanish (A2). */
  add({ card, deck, frontHtml, backHtml, tags, guid, type }: TextNote): void {
    if (this.#latest?.deck !== deck) {
      this.#latest = { deck, begin: `"${cell(deck)}"\t"`, level: this.#levelOf(deck) }
    }
    const { begin, level } = this.#latest
    const name = this.#isNamed ? `"\t"${cell(type ?? this.#types[card.kind] ?? '')}` : ''
    level.add(
      `${begin}${cell(frontHtml)}"\t"${cell(backHtml)}${this.#tagsOf(tags)}${cell(guid)}${name}"\n`
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
