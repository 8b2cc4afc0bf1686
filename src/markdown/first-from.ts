/** Index of the first of some ranges, in order, that begins at or behind an offset. */
export function firstFrom(ranges: readonly { start: number }[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
