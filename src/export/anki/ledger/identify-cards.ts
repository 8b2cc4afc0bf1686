import type { Card } from '../../../document/model.ts'
import { plainText } from '../../clean-text.ts'
import { cardGuids } from '../card-guids.ts'
import { ofLatest } from '../latest-list.ts'
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
  const texts = textsOf(cards)
  const entries = ledger?.entries ?? []
  const found = entries.length === 0 ? [] : matchCards(texts, entries)
  const issued = new Set(taken)
  for (const { guid } of entries) issued.add(guid)
  const guids = cardGuids(
    texts.filter((_, at) => !found[at]),
    issued
  )
  let next = 0
  return texts.map((own, at) => {
    const card = cards[at]
    if (!card) throw new Error('Each card has its texts.')
    const before = found[at]
    const guid = before?.guid ?? guids[next++] ?? ''
    return before ? { card, texts: own, guid, before } : { card, texts: own, guid }
  })
}

/** Texts in the one form in which they are compared and kept. */
function textsOf(cards: Card[]): CardTexts[] {
  const treeOf = ofLatest((titles) => titles.map(plainText))
  return cards.map(({ fileId, chapterId, chapterTree, question, answer }) => {
    return {
      fileId: plainText(fileId),
      chapterId,
      chapterTree: treeOf(chapterTree),
      question: plainText(question),
      answer: plainText(answer)
    }
  })
}
