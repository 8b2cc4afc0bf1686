import type { LedgerEntry } from './ledger.ts'
import { matchAlike } from './match-alike.ts'
import { matchEqual } from './match-equal.ts'
import { matchReused } from './match-reused.ts'
import { matchReworded } from './match-reworded.ts'
import { Matches, type CardTexts } from './matches.ts'

/**
 * Finds each card among those that were exported before, so that it keeps its guid (A4): by the same
 * question, unless that went to another card or came to it from one that is gone; else, among cards
 * of the last export, by the same answer; else the most alike in the same chapter, then elsewhere.
 * Of several equals the nearest and most alike are meant.
 */
export function matchCards(
  cards: readonly CardTexts[],
  entries: readonly LedgerEntry[]
): (LedgerEntry | undefined)[] {
  const matches = new Matches(cards, entries)
  matchReused(matches, entries)
  matchReworded(matches, entries)
  matchEqual(matches, 'question', matches.openEntries())
  // Neither its answer nor likeness brings back a card that went long ago: many answers are "Yes",
  // and a new card on the capital of another country would begin with the interval of the old one.
  const present = matches.openEntries().filter((entry) => entry.present)
  matchEqual(matches, 'answer', present)
  matchAlike(matches, present)
  return cards.map((card) => matches.entryOf.get(card))
}
