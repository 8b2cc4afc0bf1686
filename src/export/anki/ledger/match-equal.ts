import { groupBy } from './group-by.ts'
import { nearness, type CardTexts, type Matches } from './matches.ts'
import type { LedgerEntry } from './ledger.ts'

type Side = 'question' | 'answer'

/** Among so many pairs of equals the best are looked for; with more of them, place and order decide. */
const MOST_PAIRS = 4096

/** What standing in the same file, and in the same chapter, counts beside the likeness of texts. */
const NEAR = [0, 0.2, 0.4]

/** Pairs cards with those `entries` that have the same text on one side. */
export function matchEqual(matches: Matches, side: Side, entries: LedgerEntry[]): void {
  const groups = groupBy(entries, (entry) => entry[side])
  const other = side === 'question' ? 'answer' : 'question'
  for (const [text, cards] of groupBy(matches.openCards(), (card) => card[side])) {
    const equals = groups.get(text)
    const [card] = cards
    const [entry] = equals ?? []
    if (!equals || !card || !entry) continue
    if (cards.length === 1 && equals.length === 1) matches.pair(card, entry)
    else if (cards.length * equals.length <= MOST_PAIRS) matchFew(matches, other, cards, equals)
    else matchMany(matches, other, cards, equals)
  }
}

/** Pairs by the likeness of the other side and by place; whole equality goes before all else. */
function matchFew(matches: Matches, other: Side, cards: CardTexts[], entries: LedgerEntry[]): void {
  const candidates = cards.flatMap((card) =>
    entries.map((entry) => {
      const isSame = card[other] === entry[other]
      const alike = isSame ? 2 : matches.likeness(card[other], entry[other])
      return { card, entry, score: alike + (NEAR[nearness(card, entry)] ?? 0) + stillThere(entry) }
    })
  )
  matches.pairBest(candidates)
}

/** Among equals the one that was in the last export is meant. */
function stillThere({ present }: LedgerEntry): number {
  return present ? 0.1 : 0
}

/** The same in few steps: from all in common to nothing but the one text, each in order. */
function matchMany(
  matches: Matches,
  other: Side,
  cards: CardTexts[],
  entries: LedgerEntry[]
): void {
  const chapter = ({ fileId, chapterTree }: CardTexts) => [fileId, ...chapterTree].join('\n')
  const keys: ((texts: CardTexts) => string)[] = [
    (texts) => `${chapter(texts)}\n\n${texts[other]}`,
    (texts) => `${texts.fileId}\n\n${texts[other]}`,
    (texts) => texts[other],
    chapter,
    ({ fileId }) => fileId,
    () => ''
  ]
  const open = new Set(entries)
  for (const key of keys) {
    const waiting = groupBy(open, key)
    for (const group of waiting.values()) group.reverse()
    for (const card of cards) {
      if (matches.entryOf.has(card)) continue
      const entry = waiting.get(key(card))?.pop()
      if (!entry) continue
      matches.pair(card, entry)
      open.delete(entry)
    }
  }
}
