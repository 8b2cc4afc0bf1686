import { verdictOf, type Card, type Report, type ReportCard } from '../../laegna.ts'
import type { KnownCard } from '../../worker/protocol/messages.ts'
import { cardKey } from './card-key.ts'

/** A card as far as it is looked up. */
type AskedCard = Pick<Card, 'path' | 'question' | 'answer' | 'gaps'>

/** Finds what a report says of the cards of the project. */
export class ReportIndex {
  /** By guid; of a sentence with gaps once for each number. */
  readonly #cards: ReadonlyMap<string, ReportCard>
  readonly #guids: ReadonlyMap<string, string>
  /** Of the report's cards, those that are here. */
  readonly guids: ReadonlySet<string>

  /** `known`: the cards of the project with their guids. */
  constructor({ cards }: Report, known: readonly KnownCard[]) {
    this.#cards = new Map(cards.map((card) => [card.guid, card]))
    this.#guids = new Map(known.map((card) => [cardKey(card), card.guid]))
    this.guids = this.guidsOf(known)
  }

  /** How many cards of the report are here. */
  get found(): number {
    return this.guids.size
  }

  /** Whether the guids of all these are known: not where their words are newer. */
  knowsAll(cards: readonly AskedCard[]): boolean {
    return cards.every((card) => this.#guids.has(cardKey(card)))
  }

  /** What was answered to a card; to a sentence with gaps once for each gap that was asked. */
  of(card: AskedCard): ReportCard[] {
    const guid = this.#guids.get(cardKey(card))
    if (guid === undefined) return []
    const asked = card.gaps ? card.gaps.map(({ number }) => `${guid}-c${String(number)}`) : [guid]
    return asked.flatMap((one) => this.#cards.get(one) ?? [])
  }

  /** Of the report's cards, those of these. */
  guidsOf(cards: readonly AskedCard[]): ReadonlySet<string> {
    return new Set(cards.flatMap((card) => this.of(card)).map(({ guid }) => guid))
  }

  /** Whether the trained model got it wrong, or one of its gaps. */
  isWrong(card: AskedCard): boolean {
    return this.of(card).some(({ trained }) => verdictOf(trained) === 'wrong')
  }
}
