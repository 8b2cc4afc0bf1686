import type { Card } from '../../../document/model.ts'
import { cleanText } from '../../clean-text.ts'
import { cardGuids } from '../card-guids.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { matchCards } from './match-cards.ts'
import type { CardTexts } from './matches.ts'

/** A card with the guid that is its own for good, and what it said when it was exported last. */
export interface IdentifiedCard {
  card: Card
  texts: CardTexts
  guid: string
  before?: LedgerEntry
}

/**
 * Gives each card its guid: that of the entry it is found in, else a new one that neither this
 * ledger nor, by `taken`, another project ever issued. No two cards share one (A4).
 */
export function identifyCards(
  cards: Card[],
  ledger: Ledger | undefined,
  taken: Iterable<string> = []
): IdentifiedCard[] {
  const texts = cards.map(textsOf)
  const entries = ledger?.entries ?? []
  const found = entries.length === 0 ? [] : matchCards(texts, entries)
  const fresh = texts.filter((_, at) => !found[at])
  const guids = cardGuids(fresh, [...taken, ...entries.map(({ guid }) => guid)])
  let next = 0
  return cards.map((card, at) => {
    const before = found[at]
    const own = { card, texts: texts[at] ?? textsOf(card) }
    return before ? { ...own, guid: before.guid, before } : { ...own, guid: guids[next++] ?? '' }
  })
}

/** Texts in the one form in which they are compared and kept. */
function textsOf(card: Card): CardTexts {
  return {
    fileId: plain(card.fileId),
    chapterId: card.chapterId,
    chapterTree: card.chapterTree.map(plain),
    question: plain(card.question),
    answer: plain(card.answer)
  }
}

function plain(text: string): string {
  return cleanText(text).normalize('NFC')
}
