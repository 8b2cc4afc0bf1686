import type { PageCompilation } from '../../worker/reader/page-problem.ts'

/** A part of a document, both ends from 0 to 1. */
export interface Stretch {
  from: number
  to: number
}

/** Which parts of a file are cards, captured blocks and captured chapters. */
export interface Coverage {
  cards: Stretch[]
  blocks: Stretch[]
  chapters: Stretch[]
}

/** As fine as a strip of a few hundred pixels can show. */
const cells = 400

/** What of a file of so many lines is captured by what; neighbours are one stretch. */
export function coverageOf(
  { cards, blocks, chapters }: PageCompilation,
  path: string | undefined,
  lines: number
): Coverage {
  const own = <Item extends { path: string }>(items: Item[]) =>
    items.filter((item) => item.path === path)
  const ofCards = own(cards).map(({ line, endLine }) => [line, endLine] as const)
  const ends = ({ startLine, endLine }: { startLine: number; endLine: number }) =>
    [startLine, endLine] as const
  return {
    cards: stretches(ofCards, lines, 0),
    // The blank line between two blocks is nobody's: it makes no gap.
    blocks: stretches(own(blocks).map(ends), lines, 1),
    chapters: stretches(own(chapters).map(ends), lines, 1)
  }
}

/** How much of the document stretches cover, from 0 to 1. */
export function shareOf(parts: Stretch[]): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0)
}

function stretches(
  ranges: (readonly [first: number, last: number])[],
  lines: number,
  gap: number
): Stretch[] {
  const merged: [number, number][] = []
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = merged.at(-1)
    if (before && first <= before[1] + gap + 1) before[1] = Math.max(before[1], last)
    else merged.push([first, last])
  }
  const fine = Math.max(lines, 1)
  // Of many short stretches a cell shows the first: more could not be told apart.
  const drawn = new Map(
    merged.map(([first, last]) => [
      Math.floor(((first - 1) / fine) * cells),
      { from: (first - 1) / fine, to: Math.min(last / fine, 1) }
    ])
  )
  return [...drawn.values()]
}
