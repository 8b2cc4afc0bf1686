import type { SourceRange } from '../../markdown/tree/container-marks.ts'

/** A gap by its places in some source: from its opener, around its text, and where its `}}` begins. */
export interface GapPlaces {
  numbers: number[]
  start: number
  from: number
  to: number
  /** Where its hint begins, if it has one. */
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
      text +=
        asked && gap.numbers.includes(asked.number) ? asked.blank(gap) : within(gap.from, gap.to)
      at = gap.close + 2
    }
    return text + source.slice(at, end)
  }
}
