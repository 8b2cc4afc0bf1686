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
  const { text } = lines
  let wasBlank = false
  let last = lines.start
  while (lines.next < text.length) {
    lines.read(lines.next)
    if (wasBlank && beginsAnew(lines)) {
      const { start } = lines
      lines.read(last)
      lines.next = start
      return start
    }
    wasBlank = lines.isBlank
    last = lines.start
  }
  return text.length
}

/** Whether a line at the left edge is surely no part of what stands above a blank line. */
function beginsAnew(lines: Lines): boolean {
  const { column, code } = lines
  if (lines.isBlank || column > 0) return false
  // The blank line has ended the quote above, and what it stands in begins farther to the right.
  if (code === codes.greaterThan) return true
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
