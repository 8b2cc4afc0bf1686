import { replacedStretch } from './replaced-stretch.ts'

/** By how much places of a text grow: lines, offsets in UTF-16 units, numbers of blocks. */
export interface Move {
  lines: number
  offsets: number
  numbers: number
}

/**
 * How a list of plain rows differs from an earlier one: a stretch of it is replaced, and the rows after that
 * are the same at other places of the text.
 */
export interface RowsChange<Row> {
  /** Index of the first row that is replaced. */
  start: number
  /** How many are replaced, and by which. */
  removed: number
  rows: Row[]
  /** What moves all rows after those. */
  by: Move
}

/** Fields that hold a place, wherever they stand in a row: all others have to be the same. */
const fields: ReadonlyMap<string, keyof Move> = new Map([
  ['line', 'lines'],
  ['startLine', 'lines'],
  ['endLine', 'lines'],
  ['offset', 'offsets'],
  ['start', 'offsets'],
  ['end', 'offsets'],
  ['index', 'numbers']
])
const nowhere: Move = { lines: 0, offsets: 0, numbers: 0 }

/** The smallest change that makes `before` into `after`, as far as `shown` shows what is in a row. */
export function rowsChange<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  shown: (row: Row) => Row = (row) => row
): RowsChange<Row> {
  const moved = moveBetween(before.at(-1), after.at(-1))
  const by = isStill(moved) ? nowhere : moved
  const looksSame = (one: Row | undefined, other: Row | undefined, by: Move): boolean =>
    one && other ? isSame(shown(one), shown(other), by) : false
  const { start, removed, end } = replacedStretch(
    before,
    after,
    (one, other) => one === other || looksSame(one, other, nowhere),
    (one, other) => (one === other && by === nowhere) || looksSame(one, other, by)
  )
  return { start, removed, rows: after.slice(start, end).map(shown), by }
}

/** Whether a change leaves all rows where they are. */
export function isNoChange({ removed, rows, by }: RowsChange<unknown>): boolean {
  return removed === 0 && rows.length === 0 && isStill(by)
}

/** Rows that are the same at other places. */
interface Stretch<Row> {
  rows: readonly Row[]
  by: Move
}

/** The rows after some changes, one after another; those that stay where they are stay the same objects. */
export function changeRows<Row extends object>(
  before: readonly Row[],
  ...changes: RowsChange<Row>[]
): Row[] {
  let stretches: Stretch<Row>[] = [{ rows: before, by: nowhere }]
  for (const { start, removed, rows, by } of changes) {
    stretches = [
      ...between(stretches, 0, start),
      { rows, by: nowhere },
      ...between(stretches, start + removed, Infinity).map((stretch) => ({
        rows: stretch.rows,
        by: sumOf(stretch.by, by)
      }))
    ]
  }
  const after: Row[] = []
  for (const { rows, by } of stretches) {
    const isSame = isStill(by)
    for (const row of rows) after.push(isSame ? row : movedRow(row, by))
  }
  return after
}

/** What of stretches stands between two indexes of all their rows. */
function between<Row>(stretches: Stretch<Row>[], from: number, to: number): Stretch<Row>[] {
  const parts: Stretch<Row>[] = []
  let first = 0
  for (const { rows, by } of stretches) {
    const part = rows.slice(Math.max(0, from - first), Math.max(0, to - first))
    if (part.length > 0) parts.push({ rows: part, by })
    first += rows.length
  }
  return parts
}

function sumOf(one: Move, other: Move): Move {
  return {
    lines: one.lines + other.lines,
    offsets: one.offsets + other.offsets,
    numbers: one.numbers + other.numbers
  }
}

function isStill({ lines, offsets, numbers }: Move): boolean {
  return lines === 0 && offsets === 0 && numbers === 0
}

function isSame(one: unknown, other: unknown, by: Move, field = ''): boolean {
  if (typeof one === 'number') return one + moveOf(field, by) === other
  // What is the very same object stands where it stood.
  if (one === other && (by === nowhere || typeof one !== 'object')) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        (isNumbered(one, key) || isSame(Reflect.get(one, key), Reflect.get(other, key), by, key))
    )
  )
}

/** A copy at another place; what holds no place, as what is said of a problem, stays the same object. */
function movedRow<Row extends object>(row: Row, by: Move): Row {
  let copy: Row | undefined
  for (const key of Object.keys(row)) {
    const value: unknown = Reflect.get(row, key)
    const moved = movedValue(row, key, value, by)
    if (moved === value) continue
    copy ??= Array.isArray(row) ? Object.assign([], row) : { ...row }
    Reflect.set(copy, key, moved)
  }
  return copy ?? row
}

function movedValue(row: object, key: string, value: unknown, by: Move): unknown {
  if (typeof value === 'number') return value + moveOf(key, by)
  if (typeof value === 'object' && value) return movedRow(value, by)
  if (!isNumbered(row, key)) return value
  return String(value).replace(/\d+$/, (number) => String(Number(number) + by.numbers))
}

/** Whether a field is the id of a block, which ends in its number. */
function isNumbered(row: object, key: string): boolean {
  return key === 'id' && 'index' in row
}

function moveOf(field: string, by: Move): number {
  const kind = fields.get(field)
  return kind ? by[kind] : 0
}

/** What moves one row to the place of another, as far as they have places. */
function moveBetween(before: object | undefined, after: object | undefined): Move {
  const [one, other] = [placesOf(before), placesOf(after)]
  return {
    lines: other.lines - one.lines,
    offsets: other.offsets - one.offsets,
    numbers: other.numbers - one.numbers
  }
}

function placesOf(row: object = {}, into: Move = { ...nowhere }): Move {
  for (const key of Object.keys(row)) {
    const value: unknown = Reflect.get(row, key)
    const kind = fields.get(key)
    if (typeof value === 'number' && kind) into[kind] = value
    else if (typeof value === 'object' && value) placesOf(value, into)
  }
  return into
}
