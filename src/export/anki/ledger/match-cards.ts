import type { LedgerEntry } from './ledger.ts'
import { matchAlike } from './match-alike.ts'
import { matchEqual } from './match-equal.ts'
import { Matches, type CardTexts } from './matches.ts'

/**
 * Finds each card among those that were exported before, so that it keeps its guid (A4): by the same
 * question; else by the same answer, among cards of the last export; else the most alike in the same
 * chapter, then elsewhere. Of several equals the nearest and most alike are meant.
 */
export function matchCards(
  cards: readonly CardTexts[],
  entries: readonly LedgerEntry[]
): (LedgerEntry | undefined)[] {
  const matches = new Matches(cards, entries)
  matchEqual(matches, 'question', matches.openEntries())
  // The answer alone does not bring back a card that went long ago: many answers are "Yes".
  const present = matches.openEntries().filter((entry) => entry.present)
  matchEqual(matches, 'answer', present)
  matchAlike(matches)
  return cards.map((card) => matches.entryOf.get(card))
}
