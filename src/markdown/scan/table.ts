import { codes } from 'micromark-util-symbol'
import type { Lines } from './lines.ts'
import { findMarkedEnd } from './marked-lines.ts'

/** A row of cells with a bar at its begin; a cell holds more than blanks. */
const head = /^\|(?:[ \t]*[^\s|\\][^|\\\r\n]*\|)*[ \t]*[^\s|\\][^|\\\r\n]*\|?[ \t]*$/
const rule = /^\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/**
 * Goes to the last line of the table that a line at the left edge begins: each of its lines begins with a bar, there, and
 * a blank line ends it. False where it may be none.
 */
export function findTableEnd(lines: Lines): boolean {
  const { text } = lines
  const first = text.slice(lines.start, lines.end)
  if (!head.test(first) || lines.next >= text.length) return false
  lines.read(lines.next)
  const second = text.slice(lines.start, lines.end)
  if (!rule.test(second) || countCells(second) !== countCells(first)) return false
  return findMarkedEnd(lines, codes.verticalBar)
}

function countCells(row: string): number {
  return row.replace(/^\||\|?[ \t]*$/g, '').split('|').length
}
