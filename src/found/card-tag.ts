import type { SourceRange } from '../markdown/tree/container-marks.ts'
import type { Line } from './passage.ts'

/** The hashtag that makes a card of a line. */
export interface CardTag {
  /** The tag, with the blanks before it. */
  range: SourceRange
  bothWays: boolean
  /** `#flashcards`, with which notes name a deck. */
  ofDeck: boolean
}

const tag =
  /(?:^|[ \t]+)(?:#(?:card|flashcard)s?(?:[-/](reverse|reversed|spaced|basic))?|\[\[(?:card|flashcard)s?\]\]|#\[\[(?:card|flashcard)s?\]\])(?=[ \t]|$)/i

/** A text without it holds no such tag. */
export const cardTagSign = /(?:#|\[\[)(?:flash)?card/i

/** Finds `#card`, `#flashcard`, `#card/reverse` in a line; undefined where none stands. */
export function cardTagOf({ start, words }: Line): CardTag | undefined {
  const match = words.includes('#') || words.includes('[[') ? tag.exec(words) : null
  if (!match) return undefined
  const from = start + match.index
  return {
    range: { start: from, end: from + match[0].length },
    bothWays: /^revers/i.test(match[1] ?? ''),
    ofDeck: /#flashcards$/i.test(match[0])
  }
}
