import { textAsShown } from '../../render/anki-literals.ts'
import { cleanLine, cleanText, isPlain } from '../clean-text.ts'

const PARAGRAPH = /^<p(?:\s[^>]*)?>/
const BLOCK_START = /^<(?:address|blockquote|details|div|dl|figure|h[1-6]|hr|ol|pre|table|ul)\b/

// eslint-disable-next-line no-control-regex -- these are the ones that must not come in
const UNSTORABLE = /[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]/
// eslint-disable-next-line no-control-regex -- as above, without CR, which is a line end
const CONTROLS = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** The titles around a card on one line, empty where there are none. */
export function contextTitles(titles: string[], separator: string): string {
  return titles
    .map(cleanLine)
    .filter((title) => title !== '')
    .join(cleanText(separator))
}

/** A side of a card. A row with an empty first field is dropped: what shows nothing is written as text. */
export function fieldHtml(html: string, markdown: string): string {
  const trimmed = html.trim()
  return trimmed === '' ? textHtml(cleanText(markdown)).replace(/\n/g, '<br>') : storable(trimmed)
}

/** Plain text as HTML that Anki shows as it stands. */
export function textHtml(text: string): string {
  return storable(textAsShown(text))
}

/** Anki parts the fields of a note at 0x1f, and HTML holds no control characters at all. */
function storable(text: string): string {
  // Most texts hold none of these, and the exact search is slow.
  return isPlain(text) || !UNSTORABLE.test(text)
    ? text
    : cleanText(text).replace(CONTROLS, '\ufffd')
}

/** The prefix goes into a first paragraph, and onto a line of its own before another block. */
export function prefixed(prefix: string, html: string): string {
  if (html.charCodeAt(0) !== 60) return prefix + html
  if (PARAGRAPH.test(html)) return html.replace(PARAGRAPH, (tag) => tag + prefix)
  return BLOCK_START.test(html) ? prefix.trimEnd() + html : prefix + html
}

/** Blocks bring their own distance to the line above; inline content needs an empty line. */
export function below(context: string, html: string): string {
  if (context === '') return html
  if (html.charCodeAt(0) !== 60) return `${context}<br><br>${html}`
  const isBlock = PARAGRAPH.test(html) || BLOCK_START.test(html)
  return isBlock ? context + html : `${context}<br><br>${html}`
}
