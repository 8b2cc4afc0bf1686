import type { DatasetOptions } from '../options.ts'
import type { DatasetItem, Entry } from '../items/item.ts'
import type { Row, Sample } from './record.ts'
import { missingPart } from '../items/templates.ts'
import type { TokenCounter } from './token-counter.ts'

/** Share of what is learned to say that cards have at least, in the preset *study*. */
const CARD_SHARE = 1 / 3
/** More times the same words would be rote: with four wordings a card is seen two hundred times an epoch. */
const MOST_ROUNDS = 50
/** And so many of one record, whoever wants more. */
const MOST_TIMES = 100
/** Estimates of tokens are off by a little. */
const SLACK = 1.1
/** Letters that a long answer is measured by, and all together, for a share needs no more. */
const BEGINNING = 2000
const MEASURED = 400_000
/** Few letters say little: of each answer at least so many are looked at. */
const LEAST_MEASURED = 60

/**
 * The rows of a dataset: each record of each item, in the preset *study* those of cards as often as they
 * need, and in all presets those of single cards as often as a person wants them.
 */
export function rowsOf(samples: Sample[], options: DatasetOptions, tokensOf: AnswerTokens): Row[] {
  const rows = samples.flatMap(({ records, ...entry }) =>
    records
      .filter((worded) => missingPart(worded) === undefined)
      .map((worded): Row => ({ ...entry, ...worded }))
  )
  const cards = rows.filter(({ item }) => item.kind === 'qa' && item.split === 'train')
  const rounds = options.preset === 'study' ? roundsFor(rows, options, tokensOf) : 1
  const times = cards.map(({ item }) => Math.min(rounds * weightOf(item, options), MOST_TIMES))
  const most = times.reduce((one, other) => Math.max(one, other), 1)
  // Round by round: the same words do not stand next to each other.
  const again = Array.from({ length: most - 1 }, (_, round) =>
    cards.filter((_, at) => (times[at] ?? 1) > round + 1)
  )
  return [...again.flat(), ...rows]
}

/** How often a person wants the records of a card; 1 where nothing is said, and of what is no card. */
function weightOf({ kind, guid }: DatasetItem, { cardWeights }: DatasetOptions): number {
  return kind === 'qa' && Object.hasOwn(cardWeights, guid) ? (cardWeights[guid] ?? 1) : 1
}

/** Cards to learn from that come more often than others, because a person wants it. */
export function weightedCards(
  samples: Entry[],
  options: DatasetOptions
): { id: string; guid: string; times: number }[] {
  return samples.flatMap(({ item }) => {
    const times = item.split === 'train' ? weightOf(item, options) : 1
    return times > 1 ? [{ id: item.id, guid: item.guid, times }] : []
  })
}

/** How often the cards have to come so that they have their share. */
function roundsFor(rows: Row[], options: DatasetOptions, tokensOf: AnswerTokens): number {
  let [cards, others] = [0, 0]
  for (const { item, record } of rows) {
    if (item.split !== 'train') continue
    const tokens = tokensOf(record.output)
    if (item.kind === 'qa') cards += tokens * weightOf(item, options)
    else others += tokens
  }
  if (cards === 0) return 1
  const wanted = (SLACK * others * CARD_SHARE) / (1 - CARD_SHARE) / cards
  return Math.min(Math.max(Math.ceil(wanted), 1), MOST_ROUNDS)
}

/** Share of the answers to learn that those of cards are, in tokens: 0 to 1. */
export function cardShare(train: Row[], tokensOf: AnswerTokens): number {
  let [cards, all] = [0, 0]
  for (const { item, record } of train) {
    const tokens = tokensOf(record.output)
    all += tokens
    if (item.kind === 'qa') cards += tokens
  }
  return all === 0 ? 0 : cards / all
}

/** About how many tokens an answer has. */
export type AnswerTokens = (answer: string) => number

/** Counts the tokens of answers of these samples, of each once. */
export function answerCounter(samples: Sample[], { count }: TokenCounter): AnswerTokens {
  const records = samples.flatMap((sample) => sample.records)
  const known = new Map(records.map(({ record }) => [record.output, NaN]))
  const most = Math.max(Math.min(MEASURED / known.size, BEGINNING), LEAST_MEASURED)
  return (answer) => {
    const before = known.get(answer) ?? NaN
    if (!Number.isNaN(before)) return before
    const part = answer.slice(0, most)
    const tokens = part === '' ? 0 : Math.round((count(part) * answer.length) / part.length)
    known.set(answer, tokens)
    return tokens
  }
}
