/** Weight of lists in one message: to read more takes the page a moment in which it stands still. */
const most = 1000
/** A lighter list goes with the answer itself. */
const least = 100
/** Characters of a text that weigh as much as a row without one. */
const lettersOfRow = 2000

/** Where a list stands in an answer: the fields and indices that lead to it. */
export type ListPath = readonly (string | number)[]

/** Rows that go ahead of an answer, and of which of its lists they are. */
export interface Slice {
  list: number
  rows: unknown[]
}

/** An answer without its long lists, where those stand, and their rows. */
interface Cut {
  answer: unknown
  lists: ListPath[]
  slices: Slice[][]
}

/** Takes the long lists out of an answer that is too much for one message. */
export function cut(answer: unknown): Cut {
  const found: { path: ListPath; rows: unknown[] }[] = []
  let weight = 0
  const short = without(answer, [])
  if (weight <= most) return { answer, lists: [], slices: [] }
  const slices: Slice[][] = []
  let room = 0
  for (const [list, { rows }] of found.entries()) {
    for (let from = 0; from < rows.length;) {
      if (room <= 0) {
        slices.push([])
        room = most
      }
      let end = from
      for (; end < rows.length && room > 0; end += 1) room -= weigh(rows[end])
      slices.at(-1)?.push({ list, rows: rows.slice(from, end) })
      from = end
    }
  }
  return { answer: short, lists: found.map(({ path }) => path), slices }

  function without(value: unknown, path: ListPath): unknown {
    if (Array.isArray(value)) {
      const own = value.reduce<number>((sum, row) => sum + weighAlone(row), 0)
      if (own < least) return value.map((one, at) => without(one, [...path, at]))
      weight += own
      found.push({ path, rows: value })
      return []
    }
    if (typeof value !== 'object' || !value || Object.getPrototypeOf(value) !== Object.prototype)
      return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, without(one, [...path, name])])
    )
  }
}

function weighAlone(row: unknown): number {
  const text = typeof row === 'object' && row && 'text' in row ? row.text : row
  return 1 + (typeof text === 'string' ? text.length / lettersOfRow : 0)
}

/** What a row takes to read, with all that it holds. */
function weigh(row: unknown): number {
  if (typeof row === 'string') return 1 + row.length / lettersOfRow
  if (typeof row !== 'object' || !row) return 1
  if (!Array.isArray(row) && Object.getPrototypeOf(row) !== Object.prototype) return 1
  let weight = 1
  for (const one of Object.values(row)) {
    if (typeof one === 'object') weight += weigh(one)
    else if (typeof one === 'string') weight += one.length / lettersOfRow
  }
  return weight
}

/** An answer with the rows that came ahead of it back in their lists. */
export function join<Answer>(
  answer: Answer,
  lists: readonly ListPath[] = [],
  slices: readonly Slice[]
): Answer {
  const places = lists.map((path) => path.reduce<unknown>(within, answer))
  for (const { list, rows } of slices) {
    const place = places[list]
    if (Array.isArray(place)) for (const one of rows) place.push(one)
  }
  return answer
}

function within(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value ? Reflect.get(value, step) : undefined
}
