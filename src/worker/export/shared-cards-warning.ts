import type { SharedCards } from '../../storage/ledgers.ts'

/** What to know of cards that are new in a project and went to Anki from others; a sentence or none. */
export function sharedCardWarnings({ cards, projects }: SharedCards): string[] {
  const [first, ...others] = projects
  if (first === undefined) return []
  const some = cards === 1 ? '1 new card' : `${cards.toLocaleString('en')} of the new cards`
  const from = others.length === 0 ? `the project ${first}` : `${first} and other projects`
  const them = cards === 1 ? 'it' : 'them'
  return [
    `${some} went to Anki from ${from} already, word for word: from here as well, Anki has ${them} twice. Go on in ${first}, or add its newest package here to take its cards over.`
  ]
}
