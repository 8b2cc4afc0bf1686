import type { Card } from '../../document/model.ts'
import { gapsApart } from './gaps-apart.ts'
import { SelfTest } from './self-test.svelte.ts'
import type { View } from '../page/view.svelte.ts'

/** The cards that are looked at, one at a time: leafed through, or asked in a test. */
export class CardViewer {
  /** What they are of: a chapter, a file, or all. */
  title = $state('')
  cards = $state.raw<Card[]>([])
  test = $state.raw<SelfTest>()
  isFlipped = $state(false)
  /** Hears of each card of a test whether it was known when it was asked first. */
  asked: ((card: Card, wasKnown: boolean) => void) | undefined
  #at = $state(0)
  readonly #view: View

  constructor(view: View) {
    this.#view = view
  }

  /** Shows cards to leaf through, from one of them on. */
  browse(cards: Card[], title: string, at = 0): void {
    this.test = undefined
    this.#show(cards, title)
    this.#at = gapsApart(cards.slice(0, at)).length
  }

  /** Asks cards one after another. */
  ask(cards: Card[], title: string): void {
    this.#show(cards, title)
    this.test = new SelfTest(this.cards)
  }

  /** The card in sight; none at the end of a test. */
  get card(): Card | undefined {
    return this.test ? this.test.current : this.cards[this.#at]
  }

  /** Which one it is, from 1. */
  get number(): number {
    return this.test ? this.test.known + 1 : this.#at + 1
  }

  flip(): void {
    if (this.card) this.isFlipped = !this.isFlipped
  }

  /** Leafs on (1) or back (-1). */
  step(by: 1 | -1): void {
    const to = this.#at + by
    if (this.test || !this.cards[to]) return
    this.#at = to
    this.isFlipped = false
  }

  /** Takes whether the card of a test was known; only after its answer was seen. */
  answer(wasKnown: boolean): void {
    if (!this.test || !this.isFlipped) return
    const { current, isFirst } = this.test
    if (current && isFirst) this.asked?.(current, wasKnown)
    this.test.answer(wasKnown)
    this.isFlipped = false
  }

  #show(cards: Card[], title: string): void {
    this.cards = gapsApart(cards)
    this.title = title
    this.isFlipped = false
    this.#at = 0
    this.#view.sheet = 'cards'
  }
}

/** The cards of a chapter and of all below it. */
export function cardsOf(cards: Card[], path: string, chapterId: string): Card[] {
  return cards.filter(
    (card) =>
      card.path === path &&
      (card.chapterId === chapterId || card.chapterId.startsWith(`${chapterId}.`))
  )
}
