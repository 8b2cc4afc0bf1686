import { applyFound } from './apply-found.ts'
import { firstFrom } from '../markdown/first-from.ts'
import type { FoundCard } from './found-card.ts'

/** So often one card is left out before all go: what reveals one card may reveal many. */
const patience = 4

/**
 * Those proven cards that reveal no others: what stands around a card may read otherwise once its tags are in, and cards
 * that are found only then nobody would have been shown. `look` finds the cards of a text; those known by plain words
 * change nothing around them.
 */
export function withoutRevealing(
  text: string,
  plain: readonly FoundCard[],
  proven: readonly FoundCard[],
  look: (text: string) => FoundCard[]
): readonly FoundCard[] {
  let left = proven
  for (let round = 0; left.length > 0; round++) {
    const revealed = look(applyFound(text, [...plain, ...left])).find(
      // Those of definition lists rest on each other: one that could not be shown beside others may stand alone.
      ({ rule }) => rule !== 'definition-list'
    )
    if (!revealed) return left
    if (round === patience) return []
    const cause = lastBefore(revealed.start, [...plain, ...left], left)
    left = left.filter((card) => card !== cause)
  }
  return left
}

/** The last of some cards that stands before a place of the text with all tags in; else the first of them. */
function lastBefore(
  place: number,
  all: readonly FoundCard[],
  some: readonly FoundCard[]
): FoundCard | undefined {
  let by = 0
  const edits = all.flatMap((card) => card.edits).sort((a, b) => a.start - b.start)
  const begins = edits.map(({ start, end, insert }) => {
    const begin = start + by
    by += insert.length - (end - start)
    return { start: begin, original: start }
  })
  const last = begins[firstFrom(begins, place) - 1]
  return some.findLast(({ start }) => start <= (last?.original ?? -1)) ?? some[0]
}
