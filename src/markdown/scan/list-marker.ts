import { codes } from 'micromark-util-symbol'
import { isBlankCode, type Lines } from './lines.ts'

/** What begins an item of a list. */
export interface ListMarker {
  /** Characters of the mark itself. */
  width: number
  /** The sign that all items of one list have: the bullet, or what stands behind a number. */
  sign: number
  /** Whether nothing stands behind it. */
  isEmpty: boolean
  /** Whether it may end a paragraph: a bullet, or the number 1, with words behind it. */
  interrupts: boolean
}

/** The mark that a line begins with. */
export function listMarker(lines: Lines): ListMarker | undefined {
  const { text, first, end, code } = lines
  let width = 1
  let sign = code
  let isFirst = true
  if (isDigit(code)) {
    while (width < 10 && isDigit(codeAt(first + width))) width++
    sign = codeAt(first + width)
    if (width > 9 || (sign !== codes.dot && sign !== codes.rightParenthesis)) return undefined
    isFirst = Number(text.slice(first, first + width)) === 1
    width++
  } else if (code !== codes.dash && code !== codes.asterisk && code !== codes.plusSign)
    return undefined
  if (first + width < end && !isBlankCode(codeAt(first + width))) return undefined
  const isEmpty = lines.isBlankFrom(first + width)
  return { width, sign, isEmpty, interrupts: isFirst && !isEmpty }

  function codeAt(offset: number): number {
    return offset < end ? text.charCodeAt(offset) : 0
  }
}

/**
 * Whether a line ends the paragraph above it as an item of a list; undefined where more marks behind the first
 * one would have to do so, too.
 */
export function endsAsItem(lines: Lines): boolean | undefined {
  const marker = listMarker(lines)
  if (!marker?.interrupts) return false
  const rest = lines.text.slice(lines.first + marker.width, lines.end)
  return /^[ \t]*[-+*>\d[:<$\\%|]/.test(rest) ? undefined : true
}

/** Whether a line is a rule: three or more of one sign, with blanks between. */
export function isThematicBreak({ text, first, end, code }: Lines): boolean {
  if (code !== codes.asterisk && code !== codes.dash && code !== codes.underscore) return false
  let count = 0
  for (let at = first; at < end; at++) {
    const sign = text.charCodeAt(at)
    if (sign === code) count++
    else if (!isBlankCode(sign)) return false
  }
  return count >= 3
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
