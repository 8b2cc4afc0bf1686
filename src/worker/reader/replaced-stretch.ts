/** The stretch of a list that another list replaces; what stands after it is the same, elsewhere perhaps. */
export interface ReplacedStretch {
  /** Index of the first row that is replaced. */
  start: number
  /** How many rows of the list before are replaced. */
  removed: number
  /** Index behind the last row of the list after that replaces them. */
  end: number
}

/** The shortest such stretch, by whether two rows are the same at the beginning, and at the end. */
export function replacedStretch<Row>(
  before: readonly Row[],
  after: readonly Row[],
  isSame: (one: Row | undefined, other: Row | undefined) => boolean,
  isMoved: (one: Row | undefined, other: Row | undefined) => boolean
): ReplacedStretch {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && isSame(before[start], after[start])) start++
  let kept = 0
  while (kept < shortest - start && isMoved(before.at(-1 - kept), after.at(-1 - kept))) kept++
  return { start, removed: before.length - kept - start, end: after.length - kept }
}
