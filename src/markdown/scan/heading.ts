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

/** The depth of the heading that a line at the left edge makes of words above it; 0 where that is not certain. */
export function underlineDepth({ text, start, end }: Lines): 0 | 1 | 2 {
  const [sign] = /^(?:=+|-+)$/.exec(text.slice(start, end)) ?? ['']
  return sign === '' ? 0 : sign.startsWith('=') ? 1 : 2
}

/** What stands in the heading that is read, which begins on a line; undefined where that is not certain. */
export function headingNodes(
  lines: Pick<Lines, 'text' | 'first' | 'end'>,
  depth: number,
  line: number,
  surroundings: Surroundings
): PhrasingContent[] | undefined {
  const { text } = lines
  let start = lines.first + depth
  let { end } = lines
  while (start < end && isBlankCode(text.charCodeAt(start))) start++
  end = wordsEnd(text, start, end)
  // Such signs behind a blank are none of its words.
  let signs = end
  while (signs > start && text.charCodeAt(signs - 1) === codes.numberSign) signs--
  if (signs < end && (signs === start || isBlankCode(text.charCodeAt(signs - 1)))) {
    end = wordsEnd(text, start, signs)
  }
  return inlineNodes(text, { start, end, line }, surroundings)
}

/** Where words end before blanks. */
function wordsEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) at--
  return at
}
