import type { PhrasingContent } from 'mdast'
import { inlineNodes } from './inline.ts'
import type { Lines } from './lines.ts'

/** A footnote on a line, and words behind it that begin no block but a paragraph. */
const footnote = /^\[\^([\w-]{1,100})\]: +(?=[\p{L}"'(“„«‘]|\d(?!\d{0,8}[.)](?:\s|$)))/u

/** A footnote: its label, the words that stand in it, and where they begin. */
interface ScannedFootnote {
  label: string
  words: number
  children: PhrasingContent[]
}

/**
 * The footnote that a line at the left edge is, if it surely is all of it: behind it stands another one, or a blank line and
 * then what stands in by nothing.
 */
export function footnoteOf(lines: Lines, line: number): ScannedFootnote | undefined {
  const { text, start, end } = lines
  const [begin = '', label = ''] = footnote.exec(text.slice(start, end)) ?? []
  if (label === '' || !isWholeFootnote(lines)) return undefined
  const words = start + begin.length
  const children = inlineNodes(text, { start: words, end, line })
  return children && { label, words, children }
}

/** Whether the footnote that is read ends with its line; afterwards that is read as before. */
function isWholeFootnote(lines: Lines): boolean {
  const { text, start, next } = lines
  let isBehindBlank = false
  let isWhole = true
  for (let at = next; at < text.length; at = lines.next) {
    lines.read(at)
    if (lines.isBlank) isBehindBlank = true
    else {
      const { column, end } = lines
      isWhole = column === 0 && (isBehindBlank || footnote.test(text.slice(at, end)))
      break
    }
  }
  lines.read(start)
  return isWhole
}
