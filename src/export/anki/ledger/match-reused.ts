import { groupBy } from './group-by.ts'
import type { LedgerEntry } from './ledger.ts'
import { nearness, type Matches } from './matches.ts'

/**
 * Pairs cards of which only the question was edited with their entries, where a card of another
 * chapter and another answer asks now what they asked: "Capital?" in the chapter on Italy is not the
 * card that stood in the chapter on France, as long as that one is still there.
 */
export function matchReused(matches: Matches, entries: readonly LedgerEntry[]): void {
  const cards = matches.openCards()
  const asked = groupBy(cards, ({ question }) => question)
  const moved = entries.filter((entry) => {
    const [card, ...others] = asked.get(entry.question) ?? []
    if (!card || others.length > 0) return false
    return card.answer !== entry.answer && nearness(card, entry) < 2
  })
  if (moved.length === 0) return
  const answered = groupBy(cards, ({ answer }) => answer)
  const answers = groupBy(entries, ({ answer }) => answer)
  const questions = new Set(entries.map(({ question }) => question))
  for (const entry of moved) {
    const [card, ...others] = answered.get(entry.answer) ?? []
    if (!card || others.length > 0 || answers.get(entry.answer)?.length !== 1) continue
    if (nearness(card, entry) === 2 && !questions.has(card.question)) matches.pair(card, entry)
  }
}
