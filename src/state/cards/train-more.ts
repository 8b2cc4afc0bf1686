import { verdictOf, type Report } from '../../laegna.ts'
import type { CardWeights } from '../../storage/schema.ts'

/** More would be rote: with these records a card is seen often enough to be said by heart. */
const mostTimes = 8

/** How often cards come from now on, and what became of those that a model gets wrong. */
export interface TrainedMore {
  weights: CardWeights
  /** Cards that come twice as often as before. */
  more: number
  /** Cards that come as often as makes sense already. */
  full: number
  /** Cards that are kept to check with: no weight makes a model learn them. */
  apart: number
}

/** Doubles how often the cards come that the model of a report gets wrong, of those with these guids. */
export function trainMore(
  { cards }: Report,
  here: ReadonlySet<string>,
  before: CardWeights
): TrainedMore {
  const wrong = cards.filter(
    ({ guid, trained }) => here.has(guid) && verdictOf(trained) === 'wrong'
  )
  const learned = wrong.filter(({ split }) => split === 'train')
  const timesOf = (guid: string) => before[guid] ?? 1
  const raised = learned.filter(({ guid }) => timesOf(guid) < mostTimes)
  const weights = { ...before }
  for (const { guid } of raised) weights[guid] = Math.min(2 * timesOf(guid), mostTimes)
  return {
    weights,
    more: raised.length,
    full: learned.length - raised.length,
    apart: wrong.length - learned.length
  }
}
