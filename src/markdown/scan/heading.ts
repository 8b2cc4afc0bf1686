import { isBlankCode, type Lines } from './lines.ts'

const numberSign = 35

/** Signs by which words are more than themselves, to any construct within lines; and the `#` that may close a heading. */
const signs = /[`*_~=[\]<>&\\!%^{}$@#|]|\(\(|www\.|:\//i

/** The depth of the heading that a line with a `#` in front is; 0 where it is none. */
export function headingDepth(lines: Lines): number {
  const depth = lines.runOf(numberSign, lines.first)
  const after = lines.first + depth
  return depth <= 6 && (after >= lines.end || isBlankCode(lines.text.charCodeAt(after))) ? depth : 0
}

/** Where the words of such a heading stand; undefined where they are more than words. */
export function plainWords(
  lines: Lines,
  depth: number
): { start: number; end: number } | undefined {
  const { text } = lines
  let start = lines.first + depth
  let { end } = lines
  while (start < end && isBlankCode(text.charCodeAt(start))) start++
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--
  return signs.test(text.slice(start, end)) ? undefined : { start, end }
}
