import type { Card } from '../../document/model.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { escapeHtml } from './escape-html.ts'
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

const PARAGRAPH = /^<p(?:\s[^>]*)?>/
const BLOCK_START = /^<(?:address|blockquote|details|div|dl|figure|h[1-6]|hr|ol|pre|table|ul)\b/

/** Front: context, a blank line, `Q: ` and the question; back: `A: ` and the answer (L3.4). */
export function cardSides(card: Card, options: AnkiOptions): CardSides {
  const context = options.context ? contextLine(card, options.separator) : ''
  const question = cleanText(card.question)
  const answer = cleanText(card.answer)
  const ask = options.prefixes ? 'Q: ' : ''
  const reply = options.prefixes ? 'A: ' : ''
  return {
    front: (context === '' ? '' : `${context}\n\n`) + ask + question,
    back: reply + answer,
    frontHtml: below(
      storable(escapeHtml(context)),
      prefixed(ask, fieldHtml(card.questionHtml, question))
    ),
    backHtml: prefixed(reply, fieldHtml(card.answerHtml, answer))
  }
}

function contextLine(card: Card, separator: string): string {
  const titles = card.chapterTree.map(cleanLine).filter((title) => title !== '')
  return titles.length === 0 ? NO_CHAPTER : titles.join(cleanText(separator))
}

/** A row with an empty first field is dropped: what shows nothing is written as text. */
function fieldHtml(html: string, markdown: string): string {
  const shown = html.trim() === '' ? escapeHtml(markdown).replace(/\n/g, '<br>') : html.trim()
  return storable(shown)
}

/** Anki parts the fields of a note at 0x1f, and HTML holds no control characters at all. */
function storable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones that must not come in
  return cleanText(text).replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd')
}

/** The prefix goes into a first paragraph, and onto a line of its own before another block. */
function prefixed(prefix: string, html: string): string {
  if (prefix === '') return html
  if (PARAGRAPH.test(html)) return html.replace(PARAGRAPH, (tag) => tag + prefix)
  return BLOCK_START.test(html) ? prefix.trimEnd() + html : prefix + html
}

/** Blocks bring their own distance to the line above; inline content needs an empty line. */
function below(context: string, html: string): string {
  if (context === '') return html
  const isBlock = PARAGRAPH.test(html) || BLOCK_START.test(html)
  return isBlock ? context + html : `${context}<br><br>${html}`
}
