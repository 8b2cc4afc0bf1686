import type { Card } from '../../../document/model.ts'
import { plainText } from '../../../render/clean-text.ts'
import { GuidSource } from '../deck/card-guids.ts'
import { ofLatest } from '../deck/latest-list.ts'
import type { Ledger, LedgerEntry, TakenGuids } from './ledger.ts'
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
  taken?: TakenGuids
): IdentifiedCard[] {
  const identify = identifier(cards, ledger, taken)
  return cards.map(identify)
}

/** `identifyCards` for one card after the other: each is to be asked for once, in their order. */
export function identifier(
  cards: Card[],
  ledger: Ledger | undefined,
  taken?: TakenGuids
): (card: Card, at: number) => IdentifiedCard {
  const textsOf = textReader()
  const entries = ledger?.entries ?? []
  // Without an export before, nothing is looked at before its turn.
  const texts = entries.length === 0 ? [] : cards.map(textsOf)
  const found = matchByKind(texts, entries)
  const issued = new Map(taken)
  for (const { guid } of entries) issued.set(guid, undefined)
  const guids = new GuidSource(issued)
  return (card, at) => {
    const own = texts[at] ?? textsOf(card)
    const before = found[at]
    if (before) return { card, texts: own, guid: before.guid, before }
    return { card, texts: own, guid: guids.next(own.fileId, own.question, own.answer, own.kind) }
  }
}

/** A note keeps its type in Anki, so a card is found only among those of its kind. */
function matchByKind(
  cards: readonly CardTexts[],
  entries: readonly LedgerEntry[]
): (LedgerEntry | undefined)[] {
  const kinds = ['cloze', undefined] as const
  const found = new Map<CardTexts, LedgerEntry | undefined>()
  for (const kind of kinds) {
    const own = cards.filter((card) => card.kind === kind)
    const matched = matchCards(
      own,
      entries.filter((entry) => entry.kind === kind)
    )
    own.forEach((card, at) => found.set(card, matched[at]))
  }
  return cards.map((card) => found.get(card))
}

/** Reads texts in the one form in which they are compared and kept. */
function textReader(): (card: Card) => CardTexts {
  const treeOf = ofLatest((titles) => titles.map(plainText))
  const fileOf = ofLatest(([fileId = '']) => plainText(fileId))
  return ({ kind, fileId, chapterId, chapterTree, question, answer }) => ({
    ...(kind === 'cloze' && { kind }),
    fileId: fileOf([fileId]),
    chapterId,
    chapterTree: treeOf(chapterTree),
    question: plainText(question),
    answer: plainText(answer)
  })
}
