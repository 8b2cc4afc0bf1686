import type { Card } from '../../../document/model.ts'
import { fieldHtml } from '../deck/field-html.ts'
import { ofLatest } from '../deck/latest-list.ts'
import type { LedgerEntry } from './ledger.ts'
import { withoutMediaNames } from '../media/media-tags.ts'

/**
 * Hashes what Anki shows of a card beside its Markdown: its HTML, context, source and tags. Media
 * count by their place alone; what is in them is told apart by their names in the deck. 64 bits as
 * 16 hex digits; made for speed, and nobody gains by a collision. What is said to hold no media is
 * not searched for any.
 */
export function contentHasher(): (card: Card, holdsMedia?: boolean) => string {
  const placeOf = ofLatest((texts) => {
    const hash = new TextHash()
    for (const text of texts) hash.add(text)
    return { hash, plain: withSides(hash, '', '') }
  })
  let latest: Latest | undefined
  return (card, holdsMedia = true) => {
    const { path, tags, sourceUrl } = card
    const chapterTree = card.chapterTreeHtml ?? card.chapterTree
    if (
      latest?.path !== path ||
      latest.tags !== tags ||
      latest.chapterTree !== chapterTree ||
      latest.sourceUrl !== sourceUrl
    ) {
      const link = sourceUrl === undefined ? [] : [sourceUrl]
      const texts = [...chapterTree, '', path, ...tags, ...link]
      latest = { path, tags, chapterTree, sourceUrl, texts }
    }
    const { hash, plain } = placeOf(latest.texts)
    const question = beyondText(card.questionHtml, card.question, holdsMedia)
    const answer = beyondText(card.answerHtml, card.answer, holdsMedia)
    return question === '' && answer === '' ? plain : withSides(hash, question, answer)
  }
}

interface Latest {
  path: string
  tags: string[]
  chapterTree: string[]
  sourceUrl: string | undefined
  texts: string[]
}

/** Whether Anki would show a card as before; `hash` and `media` are what they are now. */
export function isSame(
  before: LedgerEntry,
  { questionHtml, question, answerHtml, answer }: Card,
  texts: Pick<LedgerEntry, 'question' | 'answer'>,
  hash: string,
  media: string
): boolean {
  return (
    before.hash === hash &&
    (before.media ?? '') === media &&
    (questionHtml !== question || before.question === texts.question) &&
    (answerHtml !== answer || before.answer === texts.answer)
  )
}

/**
 * Most sides are plain text, which the ledger keeps anyway: `isSame` compares it. Of one whose HTML
 * is empty, the field holds the Markdown.
 */
function beyondText(html: string, markdown: string, holdsMedia: boolean): string {
  if (html === markdown) return ''
  if (html === '') return fieldHtml(html, markdown)
  return holdsMedia ? withoutMediaNames(html) : html
}

function withSides(place: TextHash, question: string, answer: string): string {
  const hash = place.copy()
  hash.add(question)
  hash.add(answer)
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

  copy(): TextHash {
    const copy = new TextHash()
    copy.#one = this.#one
    copy.#two = this.#two
    return copy
  }

  text(): string {
    spell(mixed(this.#one) ^ mixed(this.#two ^ 0x27d4eb2f), 0)
    spell(mixed(this.#two) ^ mixed(this.#one ^ 0x165667b1), 8)
    return String.fromCharCode(...letters)
  }
}

const letters: number[] = Array.from({ length: 16 }, () => 0)

/** Hex digits of a number as character codes, from a place on. */
function spell(number: number, from: number): void {
  for (let at = 0; at < 8; at++) {
    const digit = (number >>> (28 - at * 4)) & 15
    letters[from + at] = digit < 10 ? 48 + digit : 87 + digit
  }
}

function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
