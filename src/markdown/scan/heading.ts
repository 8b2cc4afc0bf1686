import { codes } from 'micromark-util-symbol'
import { isBlankCode, type Lines } from './lines.ts'

/**
 * Signs by which words are more than themselves, to any construct within lines; and the `#` that may close a
 * heading.
 */
const signs =
  /[*~[\]&\\^$@]|`|==|\(\(|<[a-z/!?]|!\[|%%|\{\{|\}\}|#$|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|www\.|:\/|(?:mailto|xmpp):/i

/** The depth of the heading that a line with a `#` in front is; 0 where it is none. */
export function headingDepth(lines: Lines): number {
  const depth = lines.runOf(codes.numberSign, lines.first)
  const after = lines.first + depth
  return depth <= 6 && (after >= lines.end || isBlankCode(lines.text.charCodeAt(after))) ? depth : 0
}

/** Words of a heading, or code in it, with where they stand. */
export interface HeadingPart {
  kind: 'text' | 'inlineCode'
  start: number
  end: number
  value: string
}

/** What stands in such a heading; undefined where it is more than words and code. */
export function headingParts(lines: Lines, depth: number): HeadingPart[] | undefined {
  const { text } = lines
  let start = lines.first + depth
  let { end } = lines
  while (start < end && isBlankCode(text.charCodeAt(start))) start++
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--
  const source = text.slice(start, end)
  if (!source.includes('`')) {
    if (signs.test(source)) return undefined
    return source === '' ? [] : [{ kind: 'text', start, end, value: source }]
  }
  return partsBetweenCode(source, start)
}

/** Code with one grave accent on each side, as most is written. */
const code = /(?<!`)`([^`\s](?:[^`]*[^`\s])?)`(?!`)/g

function partsBetweenCode(source: string, start: number): HeadingPart[] | undefined {
  const parts: HeadingPart[] = []
  let from = 0
  for (const { 0: span, 1: value = '', index } of source.matchAll(code)) {
    if (index > from) parts.push(words(from, index))
    const at = start + index
    parts.push({ kind: 'inlineCode', start: at, end: at + span.length, value })
    from = index + span.length
  }
  if (from < source.length) parts.push(words(from, source.length))
  const isSure = parts.every(({ kind, value }) => kind === 'inlineCode' || !signs.test(value))
  return isSure ? parts : undefined

  function words(from: number, to: number): HeadingPart {
    return { kind: 'text', start: start + from, end: start + to, value: source.slice(from, to) }
  }
}
