/** Rows of lists in one message: to read more takes the page a moment in which it stands still. */
const most = 1000
/** A shorter list goes with the answer itself. */
const least = 100

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
  let rows = 0
  const short = without(answer, [])
  if (rows <= most) return { answer, lists: [], slices: [] }
  const slices: Slice[][] = []
  let room = 0
  for (const [list, { rows }] of found.entries()) {
    for (let from = 0; from < rows.length;) {
      if (room === 0) {
        slices.push([])
        room = most
      }
      const some = rows.slice(from, from + room)
      slices.at(-1)?.push({ list, rows: some })
      from += some.length
      room -= some.length
    }
  }
  return { answer: short, lists: found.map(({ path }) => path), slices }

  function without(value: unknown, path: ListPath): unknown {
    if (Array.isArray(value)) {
      if (value.length < least) return value.map((one, at) => without(one, [...path, at]))
      rows += value.length
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
