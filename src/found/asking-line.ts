import { tagMark } from './mask.ts'
import type { Line } from './passage.ts'
import { wordsIn } from './terms.ts'
import { persons } from './words/persons.ts'

/** A longer line is a paragraph that was broken by its width. */
const longest = 120

/** Its number, and the marks around all of it: `**1. What is a cell?**` */
const marks = /^(?<lead>[*_]*(?:\(?\d{1,3}[.)][ \t]+[*_]*)?)(?<words>.*?)[*_]*$/u

/** A line without its number and the marks around all of it. */
export function withoutMarks({ start, words }: Line): Line {
  const { lead = '', words: own = '' } = marks.exec(words)?.groups ?? {}
  return { start: start + lead.length, end: start + lead.length + own.length, words: own }
}

/** Whether a line is a question: one sentence, and all of the line. */
export function isQuestionLine({ words }: Pick<Line, 'words'>): boolean {
  return (
    /^[^?？.!。！:：]*(?:\.\S[^?？.!。！:：]*)*[?？]$/u.test(words) &&
    words.length <= longest &&
    !words.includes(tagMark) &&
    (wordsIn(words) > 1 || /[\u3040-\u9fff]{3}/u.test(words))
  )
}

/** Whether words end with a question mark, whatever marks close behind it. */
export function endsAsking(words: string): boolean {
  return /[?？؟]["”»」)*_]*$/.test(words)
}

/** Whether an answer is one of an interview. */
export function speaks(answer: string): boolean {
  return persons.some(({ speaking }) => speaking.test(answer))
}
