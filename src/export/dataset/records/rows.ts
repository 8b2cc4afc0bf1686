import type { DatasetOptions } from '../options.ts'
import type { Row, Sample } from './record.ts'
import { missingPart } from '../items/templates.ts'
import type { TokenCounter } from './token-counter.ts'

/** Share of what is learned to say that cards have at least, in the preset *study*. */
const CARD_SHARE = 1 / 3
/** More times the same words would be rote: with four wordings a card is seen a hundred times an epoch. */
const MOST_ROUNDS = 25
/** Estimates of tokens are off by a little. */
const SLACK = 1.1
/** Letters that a long answer is measured by. */
const BEGINNING = 2000

/** The rows of a dataset: each record of each item, in the preset *study* those of cards as often as they need. */
export function rowsOf(samples: Sample[], options: DatasetOptions, counter: TokenCounter): Row[] {
  const rows = samples.flatMap(({ records, ...entry }) =>
    records
      .filter((worded) => missingPart(worded) === undefined)
      .map((worded): Row => ({ ...entry, ...worded }))
  )
  if (options.preset !== 'study') return rows
  const cards = rows.filter(({ item }) => item.kind === 'qa' && item.split === 'train')
  const rounds = roundsFor(rows, counter)
  return [...Array.from({ length: rounds - 1 }, () => cards).flat(), ...rows]
}

/** How often the cards have to come so that they have their share. */
function roundsFor(rows: Row[], counter: TokenCounter): number {
  let [cards, others] = [0, 0]
  for (const { item, record } of rows) {
    if (item.split !== 'train') continue
    const tokens = answerTokens(record.output, counter)
    if (item.kind === 'qa') cards += tokens
    else others += tokens
  }
  if (cards === 0) return 1
  const wanted = (SLACK * others * CARD_SHARE) / (1 - CARD_SHARE) / cards
  return Math.min(Math.max(Math.ceil(wanted), 1), MOST_ROUNDS)
}

/** Share of the answers to learn that those of cards are, in tokens: 0 to 1. */
export function cardShare(train: Row[], counter: TokenCounter): number {
  let [cards, all] = [0, 0]
  const known = new Map<string, number>()
  for (const { item, record } of train) {
    const tokens = known.get(record.output) ?? answerTokens(record.output, counter)
    known.set(record.output, tokens)
    all += tokens
    if (item.kind === 'qa') cards += tokens
  }
  return all === 0 ? 0 : cards / all
}

function answerTokens(text: string, { count }: TokenCounter): number {
  if (text.length <= BEGINNING) return count(text)
  return Math.round((count(text.slice(0, BEGINNING)) * text.length) / BEGINNING)
}
