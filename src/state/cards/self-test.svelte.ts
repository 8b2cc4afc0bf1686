import type { Card } from '../../document/model.ts'

/** A card of a test, and how often it was asked. */
export interface Asked {
  card: Card
  times: number
}

/**
 * Asks cards one after another: one that was not known comes again after all others, until each
 * was known once. It lives as long as the page shows it, and is stored nowhere.
 */
export class SelfTest {
  readonly asked: Asked[]
  /** Those still to be known, the next one first. */
  #queue = $state.raw<Asked[]>([])

  constructor(cards: Card[]) {
    this.asked = cards.map((card) => ({ card, times: 0 }))
    this.#queue = this.asked
  }

  /** The card that is asked; none when all are known. */
  get current(): Card | undefined {
    return this.#queue[0]?.card
  }

  /** Whether it is asked for the first time. */
  get isFirst(): boolean {
    return this.#queue[0]?.times === 0
  }

  get known(): number {
    return this.asked.length - this.#queue.length
  }

  /** Those that were known only after they came again. */
  get repeated(): Asked[] {
    return this.asked.filter(({ times }) => times > 1)
  }

  /** Takes whether the card was known, and goes on to the next. */
  answer(wasKnown: boolean): void {
    const [first, ...rest] = this.#queue
    if (!first) return
    first.times += 1
    this.#queue = wasKnown ? rest : [...rest, first]
  }
}
