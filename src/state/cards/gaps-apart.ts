import type { Card } from '../../laegna.ts'

/** Cards as Anki asks them: a sentence with gaps once for each of their numbers. */
export function gapsApart(cards: Card[]): Card[] {
  return cards.flatMap((card) => card.gaps?.map((gap) => ({ ...card, gaps: [gap] })) ?? [card])
}
