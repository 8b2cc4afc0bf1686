import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Card } from '../../document/model.ts'
import { cleanText } from '../clean-text.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 11

/**
 * The lasting identities of cards, in their order, each 11 letters and digits and none twice.
 *
 * Anki updates a note by its guid, so a card keeps it while file and question stay the same, on any
 * machine, whatever its deck, place or answer (A4). The rule, never to change: SHA-256 over the
 * UTF-8 of `JSON.stringify([fileId, question, ordinal])`, both strings in Unicode form NFC with LF
 * line ends, `ordinal` counting from 0 the equal questions of one file; its first 8 bytes as a
 * big-endian number to base 62 (digits, upper case, lower case), zeros in front. A guid that is
 * `taken`, by another project or a card of old, is passed over: the ordinal moves on.
 */
export function cardGuids(
  cards: Pick<Card, 'fileId' | 'question'>[],
  taken: Iterable<string> = []
): string[] {
  const issued = new Set(taken)
  const nextOrdinal = new Map<string, number>()
  return cards.map((card) => {
    const fileId = cleanText(card.fileId).normalize('NFC')
    const question = cleanText(card.question).normalize('NFC')
    const equals = `${fileId}\n${question}`
    let ordinal = nextOrdinal.get(equals) ?? 0
    let guid = guidOf(fileId, question, ordinal)
    while (issued.has(guid)) guid = guidOf(fileId, question, ++ordinal)
    nextOrdinal.set(equals, ordinal + 1)
    issued.add(guid)
    return guid
  })
}

function guidOf(fileId: string, question: string, ordinal: number): string {
  const hash = sha256(utf8ToBytes(JSON.stringify([fileId, question, ordinal])))
  const view = new DataView(hash.buffer, hash.byteOffset)
  return toBase62(view.getUint32(0), view.getUint32(4))
}

/** Long division of a 64-bit number in two halves: no step leaves the 53 exact bits of a double. */
function toBase62(high: number, low: number): string {
  let text = ''
  for (let place = 0; place < LENGTH; place++) {
    const rest = (high % 62) * 2 ** 32 + low
    high = Math.floor(high / 62)
    low = Math.floor(rest / 62)
    text = DIGITS.charAt(rest % 62) + text
  }
  return text
}
