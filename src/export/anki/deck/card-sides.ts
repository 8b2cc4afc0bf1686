import type { Card } from '../../../document/model.ts'
import { cleanText } from '../../../render/clean-text.ts'
import {
  below,
  contextTitles,
  contextWriter,
  fieldHtml,
  prefixed,
  sourceHtml
} from './field-html.ts'
import type { AnkiOptions } from '../options.ts'

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
  const context = contextLine(card.chapterTree, options)
  const isPrefixed = options.prefixes && card.kind === 'basic'
  return {
    front:
      (context === '' ? '' : `${context}\n\n`) +
      (isPrefixed ? 'Q: ' : '') +
      cleanText(card.question),
    back: (isPrefixed ? 'A: ' : '') + cleanText(card.answer),
    ...sideWriter(options)(card)
  }
}

/** Writes the sides of cards as HTML alone. */
export function sideWriter(
  options: AnkiOptions
): (card: Card) => Pick<CardSides, 'frontHtml' | 'backHtml'> {
  const contextOf = contextWriter(options.separator, NO_CHAPTER)
  return (card) => {
    const context = options.context ? contextOf(card) : ''
    const question = readable(fieldHtml(card.questionHtml, card.question))
    const answer = readable(fieldHtml(card.answerHtml, card.answer))
    const isPrefixed = options.prefixes && card.kind === 'basic'
    return {
      frontHtml: below(context, isPrefixed ? 'Q: ' : '', question),
      backHtml: prefixed(isPrefixed ? 'A: ' : '', answer) + sourceLine(card.sourceUrl)
    }
  }
}

/** Other note types have no field for it. */
function sourceLine(url: string | undefined): string {
  return url === undefined ? '' : `<div class="source">${sourceHtml(url, 'Source')}</div>`
}

/** The note types that Anki comes with centre all text, which makes code a riddle. */
function readable(html: string): string {
  return html.includes('<pre')
    ? html.replace(/<pre(?=>| dir="ltr">)/g, '<pre style="text-align: left"')
    : html
}

function contextLine(titles: string[], { context, separator }: AnkiOptions): string {
  return context ? contextTitles(titles, separator) || NO_CHAPTER : ''
}
