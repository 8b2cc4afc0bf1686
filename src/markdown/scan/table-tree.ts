import type { AlignType, Table, TableCell, TableRow } from 'mdast'
import type { Point } from 'unist'
import { inlineNodes } from './inline.ts'
import type { Surroundings } from './labels.ts'
import type { Stretch } from './part.ts'

/** A row that a bar ends, or words without blanks behind them. */
const wholeRow = /^\|.*(?:\|[ \t]*|[^\s|])$/

/**
 * The tree of a plain table, without the parser: as many cells in each row as in the first one, and words in each.
 * Undefined for any other table.
 */
export function tableTree(
  text: string,
  { start, end, line }: Stretch,
  surroundings: Surroundings
): Table | undefined {
  const rows = text.slice(start, end).split('\n')
  const [head = '', rule = '', ...body] = rows
  const align = cellsOf(rule).map(alignOf)
  const children: TableRow[] = []
  let lineStart = start
  for (const [at, row] of [head, rule, ...body].entries()) {
    if (at !== 1) {
      const place = { start: lineStart, end: lineStart + row.length, line: line + at }
      const node = rowOf(text, row, place, align.length, surroundings)
      if (!node) return undefined
      children.push(node)
    }
    lineStart += row.length + 1
  }
  const [first] = children
  const last = children.at(-1)
  // Nothing stands below a head without rows but its line.
  if (!first?.position || !last?.position || body.length === 0) return undefined
  const position = { start: { ...first.position.start }, end: { ...last.position.end } }
  return { type: 'table', align, children, position }
}

function rowOf(
  text: string,
  row: string,
  { start, end, line }: Stretch,
  count: number,
  surroundings: Surroundings
): TableRow | undefined {
  const cells = wholeRow.test(row) ? cellsOf(row) : []
  if (cells.length !== count) return undefined
  const pointAt = (offset: number): Point => ({
    line: line + 1,
    column: offset - start + 1,
    offset
  })
  const children: TableCell[] = []
  let bar = start
  for (const [at, cell] of cells.entries()) {
    const words = cell.trim()
    const from = bar + 1 + cell.indexOf(words)
    const stretch = { start: from, end: from + words.length, line }
    const content = words === '' ? undefined : inlineNodes(text, stretch, surroundings)
    if (!content) return undefined
    const next = bar + 1 + cell.length
    const position = { start: pointAt(bar), end: pointAt(at < count - 1 ? next : end) }
    children.push({ type: 'tableCell', children: content, position })
    bar = next
  }
  return { type: 'tableRow', children, position: { start: pointAt(start), end: pointAt(end) } }
}

/** What stands between the bars of a row. */
function cellsOf(row: string): string[] {
  return row.replace(/^\||\|[ \t]*$/g, '').split('|')
}

function alignOf(rule: string): AlignType {
  const [left, right] = [rule.trim().startsWith(':'), rule.trim().endsWith(':')]
  if (left && right) return 'center'
  return left ? 'left' : right ? 'right' : null
}
