import { sha256 } from '@noble/hashes/sha2.js'
import type { TakenGuids } from '../ledger/ledger.ts'
import { HashSet } from './hash-set.ts'
import { ofLatest } from './latest-list.ts'
import { shortHasher } from './short-hash.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 11

/**
 * The lasting identities of cards, taken in their order, each 11 letters and digits and none twice.
 *
 * Anki updates a note by its guid, so a card keeps it while file and question stay the same, on any
 * machine, whatever its deck, place or answer (A4). The rule, never to change: SHA-256 over the
 * UTF-8 of `JSON.stringify([fileId, question, ordinal])`, both strings in Unicode form NFC with LF
 * line ends, `ordinal` counting from 0 the equal questions of one file; its first 8 bytes as a
 * big-endian number to base 62 (digits, upper case, lower case), zeros in front. A guid that is
 * taken, by another project or a card of old, is passed over: the ordinal moves on. One that a
 * project in the bin has is taken for all cards but those that answer the same. A sentence with gaps
 * is another note than a question in the same words: `"cloze"` ends its list.
 */
export class GuidSource {
  readonly #taken: TakenGuids
  readonly #issued = new HashSet()
  /** Cards that follow each other are mostly of one file. */
  readonly #quoted = ofLatest(([fileId]) => JSON.stringify(fileId))
  /** The last ordinal of those questions that came more than once. */
  readonly #ordinals = new Map<string, number>()

  constructor(taken: TakenGuids = new Map()) {
    this.#taken = taken
  }

  /** The guid of the next card; all texts as `plainText` has them. */
  next(fileId: string, question: string, answer: string, kind?: 'cloze'): string {
    const card = { fileId, question, answer, end: kind ? `,"${kind}"` : '' }
    return this.#issue(card, 0) ?? this.#again(card)
  }

  #again(card: NewCard): string {
    const key = JSON.stringify([card.fileId, card.question, card.end])
    let ordinal = this.#ordinals.get(key) ?? 0
    let guid: string | undefined
    do guid = this.#issue(card, ++ordinal)
    while (guid === undefined)
    this.#ordinals.set(key, ordinal)
    return guid
  }

  /** The guid with that ordinal, unless it is taken or was issued before. */
  #issue({ fileId, question, answer, end }: NewCard, ordinal: number): string | undefined {
    // The list of these, put together in less time than JSON.stringify takes.
    const key = `[${this.#quoted([fileId])},${JSON.stringify(question)},${String(ordinal)}${end}]`
    const hash = hashOf(utf8Of(key))
    const [high, low] = [hash.getUint32(0), hash.getUint32(4)]
    const guid = toBase62(high, low)
    if (this.#taken.has(guid) && this.#taken.get(guid) !== answer) return undefined
    return this.#issued.add(high, low) ? guid : undefined
  }
}

interface NewCard {
  fileId: string
  question: string
  answer: string
  /** What ends the list that is hashed. */
  end: string
}

const hashOf = shortHasher(sha256)
const encoder = new TextEncoder()
const short = new Uint8Array(1024)

/** Holds until the next text is encoded. */
function utf8Of(text: string): Uint8Array {
  if (text.length * 3 > short.length) return encoder.encode(text)
  return short.subarray(0, encoder.encodeInto(text, short).written)
}

const digits = Array.from(DIGITS, (digit) => digit.charCodeAt(0))

/** Two digits at a time, so that every step of the long division is one of small integers. */
const PAIR = 62 * 62
const limbs = [0, 0, 0, 0]
const codes: number[] = Array.from({ length: LENGTH + 1 }, () => 0)

/** A 64-bit number in two halves, as eleven digits. */
function toBase62(high: number, low: number): string {
  limbs[0] = high >>> 16
  limbs[1] = high & 0xffff
  limbs[2] = low >>> 16
  limbs[3] = low & 0xffff
  for (let place = LENGTH; place > 0; place -= 2) {
    let rest = 0
    for (let at = 0; at < 4; at++) {
      const part = (rest << 16) | (limbs[at] ?? 0)
      limbs[at] = (part / PAIR) | 0
      rest = part % PAIR
    }
    codes[place] = digits[rest % 62] ?? 0
    codes[place - 1] = digits[(rest / 62) | 0] ?? 0
  }
  // 62¹¹ is more than 2⁶⁴: the first of twelve digits is a zero.
  return String.fromCharCode(...codes).slice(1)
}
