import { codes } from 'micromark-util-symbol'
import type { Lines } from './lines.ts'

/**
 * Goes to the last line of the quote that a line at the left edge begins; false where a line of it may go on without
 * the mark. A blank line ends it.
 */
export function findQuoteEnd(lines: Lines): boolean {
  const { text } = lines
  let last = lines.start
  while (lines.next < text.length) {
    lines.read(lines.next)
    if (lines.isBlank) break
    if (lines.code !== codes.greaterThan || lines.column > 0) return false
    last = lines.start
  }
  lines.read(last)
  return true
}
