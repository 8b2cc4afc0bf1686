import { withEdits } from '../markdown/reading/with-edits.ts'
import type { FoundCard } from './found-card.ts'

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
