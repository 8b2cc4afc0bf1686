import { sayCount, type Said } from '../../say/say.ts'
import type { SharedCards } from '../../storage/ledgers.ts'

/** What to know of cards that are new in a project and went to Anki from others; a sentence or none. */
export function sharedCardWarnings({ cards, projects }: SharedCards): Said[] {
  const [first, ...others] = projects
  if (first === undefined) return []
  return [others.length === 0 ? toOne(cards, first) : toMany(cards, first)]
}

function toOne(cards: number, first: string): Said {
  return sayCount(
    cards,
    '{count} new card went to Anki from the project {first} already, word for word: from here as well, Anki has it twice. Go on in {first}, or add its newest package here to take its cards over.',
    '{count} of the new cards went to Anki from the project {first} already, word for word: from here as well, Anki has them twice. Go on in {first}, or add its newest package here to take its cards over.',
    { first }
  )
}

function toMany(cards: number, first: string): Said {
  return sayCount(
    cards,
    '{count} new card went to Anki from {first} and other projects already, word for word: from here as well, Anki has it twice. Go on in {first}, or add its newest package here to take its cards over.',
    '{count} of the new cards went to Anki from {first} and other projects already, word for word: from here as well, Anki has them twice. Go on in {first}, or add its newest package here to take its cards over.',
    { first }
  )
}
