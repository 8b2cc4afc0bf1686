import type { LedgerEntry } from './ledger.ts'
import { fingerprint, likeness } from './likeness.ts'

/** Of a card, what tells it from others; texts as the ledger keeps them. */
export type CardTexts = Pick<
  LedgerEntry,
  'fileId' | 'chapterId' | 'chapterTree' | 'question' | 'answer' | 'kind'
>

/** Which entry of a ledger each card belongs to; an entry belongs to one card at most. */
export class Matches<Entry extends CardTexts = LedgerEntry> {
  readonly entryOf = new Map<CardTexts, Entry>()
  readonly #cards: readonly CardTexts[]
  readonly #entries: readonly Entry[]
  readonly #taken = new Set<Entry>()
  readonly #prints = new Map<string, Uint32Array>()

  constructor(cards: readonly CardTexts[], entries: readonly Entry[]) {
    this.#cards = cards
    this.#entries = entries
  }

  pair(card: CardTexts, entry: Entry): void {
    this.entryOf.set(card, entry)
    this.#taken.add(entry)
  }

  /** Pairs the best first, as long as both sides are open. */
  pairBest(candidates: { card: CardTexts; entry: Entry; score: number }[]): void {
    // Sorting is stable: equals stay in the order of the cards.
    for (const { card, entry } of candidates.sort((a, b) => b.score - a.score)) {
      if (!this.entryOf.has(card) && !this.#taken.has(entry)) this.pair(card, entry)
    }
  }

  openCards(): CardTexts[] {
    return this.#cards.filter((card) => !this.entryOf.has(card))
  }

  openEntries(): Entry[] {
    return this.openOf(this.#entries)
  }

  openOf(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => !this.#taken.has(entry))
  }

  /** How much two texts have in common, 0 to 1. */
  likeness(one: string, other: string): number {
    return likeness(this.print(one), this.print(other))
  }

  print(text: string): Uint32Array {
    const known = this.#prints.get(text)
    if (known) return known
    const made = fingerprint(text)
    this.#prints.set(text, made)
    return made
  }
}

/** How near two cards stand: 2 in one chapter, 1 in one file, 0 elsewhere. */
export function nearness(one: CardTexts, other: CardTexts): 0 | 1 | 2 {
  if (one.fileId === other.fileId) {
    return one.chapterId === other.chapterId || haveOneTree(one, other) ? 2 : 1
  }
  // A file that got another name keeps its chapters.
  return one.chapterTree.length > 0 && haveOneTree(one, other) ? 1 : 0
}

function haveOneTree(one: CardTexts, other: CardTexts): boolean {
  const [a, b] = [one.chapterTree, other.chapterTree]
  return a.length === b.length && a.every((title, level) => title === b[level])
}
