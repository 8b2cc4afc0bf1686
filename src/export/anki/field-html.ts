import { textAsShown } from '../../render/anki-literals.ts'
import { cleanHtml, cleanLine, cleanText } from '../../render/clean-text.ts'

const PARAGRAPH = /^<p(?:\s[^>]*)?>/
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
  return html === '' ? textHtml(cleanText(markdown)).replace(/\n/g, '<br>') : html
}

/** Plain text as HTML that Anki shows as it stands. */
export function textHtml(text: string): string {
  return cleanHtml(textAsShown(text))
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
  return isBlock ? context + side : `${context}<br><br>${side}`
}
