import { groupBy } from './group-by.ts'
import type { LedgerEntry } from './ledger.ts'
import { nearness, type Matches } from './matches.ts'

/**
 * Pairs cards of which only the question was edited with their entries, where a card that is gone
 * asked before what they ask now, and answered otherwise: the card that is still there is meant.
 */
export function matchReworded(matches: Matches, entries: readonly LedgerEntry[]): void {
  const gone = groupBy(
    entries.filter(({ present }) => !present),
    ({ question }) => question
  )
  const cards = matches.openCards()
  const likeGone = cards.filter(({ question, answer }) =>
    gone.get(question)?.every((entry) => entry.answer !== answer)
  )
  if (likeGone.length === 0) return
  const asked = new Set(cards.map(({ question }) => question))
  const answered = groupBy(cards, ({ answer }) => answer)
  const present = matches.openEntries().filter((entry) => entry.present)
  const questions = new Set(present.map(({ question }) => question))
  const answers = groupBy(present, ({ answer }) => answer)
  for (const card of likeGone) {
    const [entry, ...others] = answers.get(card.answer) ?? []
    if (!entry || others.length > 0 || answered.get(card.answer)?.length !== 1) continue
    if (questions.has(card.question) || asked.has(entry.question)) continue
    if (nearness(card, entry) === 2) matches.pair(card, entry)
  }
}
