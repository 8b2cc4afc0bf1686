import { codes } from 'micromark-util-symbol'
import { headingDepth } from './heading.ts'
import type { Lines } from './lines.ts'
import { mayDescribe } from './paragraph.ts'
import { isThematicBreak, listMarker } from './list-marker.ts'

/**
 * Goes from a line on to the last one before which nothing that may have begun goes on: behind it stands a
 * blank line, then one that no container takes in. Gives the end of it, with its line end and the blank
 * lines behind. Whether all is closed there, only the parser can say.
 */
export function endOfRun(lines: Lines): number {
  const { text, start: begin } = lines
  let wasBlank = false
  let mayLast = false
  let last = begin
  while (lines.next < text.length) {
    lines.read(lines.next)
    const { start } = lines
    if (wasBlank && lines.code === codes.greaterThan) {
      mayLast ||= lasting.test(text.slice(begin, start))
    }
    if (wasBlank && beginsAnew(lines, mayLast)) {
      lines.read(last)
      lines.next = start
      return start
    }
    wasBlank = lines.isBlank
    last = lines.start
  }
  return text.length
}

/** What may begin a block that goes on over blank lines. */
const lasting = /`{3}|~{3}|<[a-z/!?]|%%|\$\$|\\\[|\\begin\{/i

/** Whether a line at the left edge is surely no part of what stands above a blank line, where a block `mayLast` over that. */
function beginsAnew(lines: Lines, mayLast: boolean): boolean {
  const { column, code } = lines
  if (lines.isBlank || column > 0) return false
  // The blank line has ended the quote above, and what it stands in begins farther to the right. But to a block that
  // nothing has closed the parser counts the blank line where a quote ends it, and not where a heading does.
  if (code === codes.greaterThan) return !mayLast
  if (code >= 128 || /[A-Za-z"'(`#~:]/.test(String.fromCharCode(code))) {
    if (code === codes.colon) return !mayDescribe(lines)
    return code !== codes.numberSign || headingDepth(lines) > 0
  }
  return (
    (code === codes.asterisk || code === codes.underscore) &&
    !listMarker(lines) &&
    !isThematicBreak(lines)
  )
}
