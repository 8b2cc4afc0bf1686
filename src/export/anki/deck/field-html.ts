import type { Card } from '../../../document/model.ts'
import { hideCommands, textHtml } from '../../../render/anki-literals.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import { isRightToLeft } from '../../../render/directions.ts'
import { ofLatest } from './latest-list.ts'

const PARAGRAPH = /^<p(?:\s[^>]*)?>/
/** References, elements and formulas: what is in them says nothing of the language. */
const notWords = /&#?\w+;|<[^>]*>|\\\([\s\S]*?\\\)/g
const BLOCK_START = /^<(?:address|blockquote|details|div|dl|figure|h[1-6]|hr|ol|pre|table|ul)\b/

/** The titles around a card on one line, empty where there are none. */
export function contextTitles(titles: string[], separator: string): string {
  return titles
    .map(cleanLine)
    .filter((title) => title !== '')
    .join(cleanText(separator))
}

/** A side of a card. A row with an empty first field is dropped: what shows nothing is written as text. */
export function fieldHtml(html: string, markdown: string): string {
  if (html !== '') return html
  return turned(textHtml(cleanText(markdown)).replace(/\n/g, '<br>'), markdown)
}

/** Writes the line of titles above cards, formulas in it drawn; `instead` where there is no title. */
export function contextWriter(
  separator: string,
  instead = ''
): (card: Pick<Card, 'chapterTree' | 'chapterTreeHtml'>) => string {
  const plain = ofLatest((titles) => lineHtml(contextTitles(titles, separator) || instead))
  const drawn = ofLatest((titles) => {
    const kept = titles.filter((title) => title !== '')
    const html = kept.join(textHtml(separator))
    return turned(html, html.replace(notWords, ' '))
  })
  return ({ chapterTree, chapterTreeHtml }) => {
    return chapterTreeHtml ? drawn(chapterTreeHtml) : plain(chapterTree)
  }
}

/** A line of plain text as HTML that Anki shows as it stands. */
export function lineHtml(text: string): string {
  return turned(textHtml(text), text)
}

/** A small link back to the place of a card. */
export function sourceHtml(url: string, words: string): string {
  return `<a href="${hideCommands(url.replaceAll('&', '&amp;'))}">${words}</a>`
}

/** What runs from right to left says so, whatever is around it; the rest is as it was. */
function turned(html: string, text: string): string {
  return isRightToLeft(text) ? `<div dir="rtl">${html}</div>` : html
}

/** The prefix goes into a first paragraph, and onto a line of its own before another block. */
export function prefixed(prefix: string, html: string): string {
  if (html.charCodeAt(0) !== 60) return prefix + html
  if (PARAGRAPH.test(html)) return html.replace(PARAGRAPH, (tag) => tag + prefix)
  return BLOCK_START.test(html) ? prefix.trimEnd() + html : prefix + html
}

/** A prefixed side below a line of context. */
export function below(context: string, prefix: string, html: string): string {
  const side = prefixed(prefix, html)
  if (context === '') return side
  // Blocks bring their own distance to the line above; inline content needs an empty line.
  const isBlock = html.charCodeAt(0) === 60 && (PARAGRAPH.test(side) || BLOCK_START.test(side))
  if (isBlock) return context + side
  // A block ends its line itself.
  return `${context}${context.endsWith('</div>') ? '<br>' : '<br><br>'}${side}`
}
