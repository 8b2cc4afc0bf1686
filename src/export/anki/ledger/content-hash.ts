import type { Card } from '../../../document/model.ts'
import { withoutMediaNames } from '../media/media-tags.ts'

/**
 * Differs exactly when Anki would show a card in another way: its sides, context, source or tags.
 * Media count by their place alone; what is in them is told apart by their names in the deck.
 * 64 bits as 16 hex digits; made for speed, and nobody gains by a collision.
 */
export function contentHash(card: Card): string {
  const hash = new TextHash()
  hash.add(withoutMediaNames(card.questionHtml))
  hash.add(withoutMediaNames(card.answerHtml))
  for (const title of card.chapterTree) hash.add(title)
  hash.add(card.path)
  for (const tag of card.tags) hash.add(tag)
  return hash.text()
}

/** Two 32-bit lanes of multiplications over the UTF-16 units, mixed at the end (as in MurmurHash). */
class TextHash {
  #one = 0xdeadbeef | 0
  #two = 0x41c6ce57 | 0

  add(text: string): void {
    let [one, two] = [this.#one, this.#two]
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      one = Math.imul(one ^ code, 0x9e3779b1)
      two = Math.imul(two ^ code, 0x5f356495)
    }
    // The end of a text counts: a word that moved from one side to the other is a change.
    this.#one = Math.imul(one ^ 0x10000, 0x9e3779b1)
    this.#two = Math.imul(two ^ 0x10000, 0x5f356495)
  }

  text(): string {
    const one = mixed(this.#one) ^ mixed(this.#two ^ 0x27d4eb2f)
    const two = mixed(this.#two) ^ mixed(this.#one ^ 0x165667b1)
    return hex(one) + hex(two)
  }
}

function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0')
}
