import type { SourceRange } from './container-marks.ts'

/** A text without some ranges in it, which are in order. */
export function withoutRanges(text: string, ranges: readonly SourceRange[]): string {
  let left = ''
  let from = 0
  for (const { start, end } of ranges) {
    left += text.slice(from, start)
    from = end
  }
  return left + text.slice(from)
}

/** Where a place in what is left stands in the whole text. */
export function placeAmong(offset: number, ranges: readonly SourceRange[]): number {
  let place = offset
  for (const { start, end } of ranges) {
    if (start > place) break
    place += end - start
  }
  return place
}
