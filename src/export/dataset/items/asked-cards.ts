import type { Card } from '../../../document/model.ts'

/** A question with its answer, as a model learns it. */
export interface AskedCards {
  cards: Card[]
  /** Of each; those of a sentence with gaps end in the number of the gap: `…-c2`. */
  guids: string[]
}

/** Cards with what they ask: a sentence with gaps asks once for each number, blank `____` (N3.3). */
export function askedCards(cards: Card[], guids: string[]): AskedCards {
  if (cards.every(({ kind }) => kind === 'basic')) return { cards, guids }
  const asked = cards.flatMap((card, at) => {
    const guid = guids[at] ?? ''
    if (!card.gaps) return [{ card, guid }]
    return card.gaps.map(({ number, question, answer }) => ({
      card: { ...card, question, answer },
      guid: `${guid}-c${String(number)}`
    }))
  })
  return { cards: asked.map(({ card }) => card), guids: asked.map(({ guid }) => guid) }
}
