import { sha256 } from '@noble/hashes/sha2.js'
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
 * taken, by another project or a card of old, is passed over: the ordinal moves on.
 */
export class GuidSource {
  readonly #issued: Set<string>
  /** The last ordinal of those questions that came more than once. */
  readonly #ordinals = new Map<string, number>()

  /** `taken` is given to no card. */
  constructor(taken: Iterable<string> = []) {
    this.#issued = new Set(taken)
  }

  /** The guid of the next card; both texts as `plainText` has them. */
  next(fileId: string, question: string): string {
    const guid = guidOf(fileId, question, 0)
    return this.#issued.has(guid) ? this.#again(fileId, question) : this.#issue(guid)
  }

  #again(fileId: string, question: string): string {
    const key = JSON.stringify([fileId, question])
    let ordinal = this.#ordinals.get(key) ?? 0
    let guid: string
    do guid = guidOf(fileId, question, ++ordinal)
    while (this.#issued.has(guid))
    this.#ordinals.set(key, ordinal)
    return this.#issue(guid)
  }

  #issue(guid: string): string {
    this.#issued.add(guid)
    return guid
  }
}

const hashOf = shortHasher(sha256)
const encoder = new TextEncoder()
const short = new Uint8Array(1024)

function guidOf(fileId: string, question: string, ordinal: number): string {
  const hash = hashOf(utf8Of(JSON.stringify([fileId, question, ordinal])))
  return toBase62(hash.getUint32(0), hash.getUint32(4))
}

/** Holds until the next text is encoded. */
function utf8Of(text: string): Uint8Array {
  if (text.length * 3 > short.length) return encoder.encode(text)
  return short.subarray(0, encoder.encodeInto(text, short).written)
}

const digits = Array.from(DIGITS, (digit) => digit.charCodeAt(0))
const codes: number[] = Array.from({ length: LENGTH }, () => 0)

/** Long division of a 64-bit number in two halves: no step leaves the 53 exact bits of a double. */
function toBase62(high: number, low: number): string {
  for (let place = LENGTH - 1; place >= 0; place--) {
    const rest = (high % 62) * 2 ** 32 + low
    high = Math.floor(high / 62)
    low = Math.floor(rest / 62)
    codes[place] = digits[rest % 62] ?? 0
  }
  return String.fromCharCode(...codes)
}
