import type { SourceRange } from '../../markdown/tree/container-marks.ts'

/** A gap by its places in some source: from its opener, around its text, and where its `}}` begins. */
export interface GapPlaces {
  numbers: number[]
  start: number
  from: number
  to: number
  /** Where its hint begins, if it has one; a gap in it ends it, and is text again. */
  hint?: number
  close: number
}

/** What is asked: the gaps of a number, and what stands in their place. */
export interface AskedGaps<Place extends GapPlaces> {
  number: number
  blank: (gap: Place) => string
}

/**
 * A stretch of a source with its gaps filled, but for the asked ones. Gaps come by their begin; those
 * from the index `next` on may stand in the stretch.
 */
export function fillGaps<Place extends GapPlaces>(
  source: string,
  { start, end }: SourceRange,
  gaps: readonly Place[],
  next = 0,
  asked?: AskedGaps<Place>
): string {
  return within(start, end)

  function within(start: number, end: number): string {
    let text = ''
    let at = start
    for (let gap = gaps[next]; gap && gap.start < end; gap = gaps[next]) {
      next++
      if (gap.start < at) continue
      text += source.slice(at, gap.start)
      text += asked && gap.numbers.includes(asked.number) ? asked.blank(gap) : inside(gap)
      at = gap.close + 2
    }
    return text + source.slice(at, end)
  }

  function inside(gap: Place): string {
    const text = within(gap.from, gap.to)
    const hintEnd = gap.hint === undefined ? gap.close : endOfHint(gap, gaps)
    return hintEnd < gap.close ? text + within(hintEnd, gap.close) : text
  }
}

/** Where the hint of a gap ends, or would: before the first gap in it, as Anki reads it. */
export function endOfHint({ hint, close }: GapPlaces, gaps: readonly GapPlaces[]): number {
  if (hint === undefined) return close
  return gaps.find(({ start }) => start >= hint && start < close)?.start ?? close
}
