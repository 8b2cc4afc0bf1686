import type { Card } from '../../document/model.ts'
import { cleanText } from '../clean-text.ts'
import { below, contextTitles, fieldHtml, prefixed, textHtml } from './field-html.ts'
import type { AnkiOptions } from './options.ts'

/** The two sides of a note, as Markdown and as the HTML of Anki's fields. */
export interface CardSides {
  front: string
  back: string
  frontHtml: string
  backHtml: string
}

/** What stands above a question whose chapter has no title (L3.4). */
const NO_CHAPTER = 'General'

/** Front: context, a blank line, `Q: ` and the question; back: `A: ` and the answer (L3.4). */
export function cardSides(card: Card, options: AnkiOptions): CardSides {
  const context = options.context ? contextTitles(card, options.separator) || NO_CHAPTER : ''
  const question = cleanText(card.question)
  const answer = cleanText(card.answer)
  const ask = options.prefixes ? 'Q: ' : ''
  const reply = options.prefixes ? 'A: ' : ''
  return {
    front: (context === '' ? '' : `${context}\n\n`) + ask + question,
    back: reply + answer,
    frontHtml: below(textHtml(context), prefixed(ask, fieldHtml(card.questionHtml, question))),
    backHtml: prefixed(reply, fieldHtml(card.answerHtml, answer))
  }
}
