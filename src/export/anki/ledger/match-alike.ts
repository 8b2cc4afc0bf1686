import type { LedgerEntry } from './ledger.ts'
import { nearness, type CardTexts, type Matches } from './matches.ts'

/** How alike a card and an entry have to be, 0 to 1: elsewhere, in one file, in one chapter. */
const LEAST = [0.65, 0.5, 0.35]
/** So many of a card's rarest parts are looked up. */
const RAREST = 10
/** A part that stands in more entries than this tells nothing. */
const COMMON = 48

/**
 * Pairs cards of which both sides were edited with those of `among` that are most like them. Only
 * entries that share a rare part with a card are compared with it, so the time grows with the
 * number of cards and not with its square.
 */
export function matchAlike(matches: Matches, among: readonly LedgerEntry[]): void {
  const cards = matches.openCards()
  const entries = matches.openOf(among)
  if (cards.length === 0 || entries.length === 0) return
  const holders = new Map<number, LedgerEntry[]>()
  for (const entry of entries) {
    for (const part of partsOf(matches, entry)) {
      const holding = holders.get(part)
      if (holding) holding.push(entry)
      else holders.set(part, [entry])
    }
  }
  matches.pairBest(cards.flatMap((card) => candidates(matches, card, holders)))
}

function candidates(matches: Matches, card: CardTexts, holders: Map<number, LedgerEntry[]>) {
  const rare = partsOf(matches, card)
    .map((part) => holders.get(part) ?? [])
    .filter(({ length }) => length > 0 && length <= COMMON)
    .sort((a, b) => a.length - b.length)
  const compared = new Set(rare.slice(0, RAREST).flat())
  return Array.from(compared, (entry) => {
    const alike =
      (matches.likeness(card.question, entry.question) +
        matches.likeness(card.answer, entry.answer)) /
      2
    const near = nearness(card, entry)
    return { card, entry, alike, near, score: alike + near / 4 }
  }).filter(({ alike, near }) => alike >= (LEAST[near] ?? 1))
}

function partsOf(matches: Matches, { question, answer }: CardTexts): number[] {
  return [...new Set([...matches.print(question), ...matches.print(answer)])]
}
