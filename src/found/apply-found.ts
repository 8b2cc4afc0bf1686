import type { FoundCard, FoundEdit } from './found-card.ts'

/**
 * Makes the found cards cards: the text with their edits and no other change. `found` come from
 * `findCards` on that very text, all or some, in any order.
 */
export function applyFound(text: string, found: readonly Pick<FoundCard, 'edits'>[]): string {
  return withEdits(
    text,
    found.flatMap(({ edits }) => edits)
  )
}

/** The text with some edits, none of which lies over another. */
export function withEdits(text: string, edits: readonly FoundEdit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, insert } of inOrder(edits)) {
    result += text.slice(from, start) + insert
    from = end
  }
  return result + text.slice(from)
}

/** Edits by their place; those at one place stay as they came. */
export function inOrder(edits: readonly FoundEdit[]): FoundEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
