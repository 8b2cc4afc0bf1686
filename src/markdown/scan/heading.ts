import { codes } from 'micromark-util-symbol'
import type { PhrasingContent } from 'mdast'
import { inlineNodes } from './inline.ts'
import type { Surroundings } from './labels.ts'
import { isBlankCode, type Lines } from './lines.ts'

/** The depth of the heading that a line with a `#` in front is; 0 where it is none. */
export function headingDepth(lines: Lines): number {
  const depth = lines.runOf(codes.numberSign, lines.first)
  const after = lines.first + depth
  return depth <= 6 && (after >= lines.end || isBlankCode(lines.text.charCodeAt(after))) ? depth : 0
}

/** What stands in the heading that is read, which begins on a line; undefined where that is not certain. */
export function headingNodes(
  lines: Lines,
  depth: number,
  line: number,
  surroundings: Surroundings
): PhrasingContent[] | undefined {
  const { text } = lines
  let start = lines.first + depth
  let { end } = lines
  while (start < end && isBlankCode(text.charCodeAt(start))) start++
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--
  // Such signs at the end may be none of its words.
  if (end > start && text.charCodeAt(end - 1) === codes.numberSign) return undefined
  return inlineNodes(text, { start, end, line }, surroundings)
}
