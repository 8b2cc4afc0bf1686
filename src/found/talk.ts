import type { Note } from './note.ts'
import { anyone, persons, talks } from './words/persons.ts'

/** What was asked and answered, as it is written, and the section in which. */
export interface Exchange {
  section: number
  question: string
  answer: string
}

/** Of how many exchanges in a row at least one third have to be personal for them to be a talk. */
const least = { count: 2, share: 1 / 3 }

/**
 * Tells the exchanges of an interview from cards: there the one says "you", and the other one "I", again
 * and again, or a heading says what it is.
 */
export function talkFinder(
  { path, sections }: Note,
  exchanges: readonly Exchange[]
): (section: number) => boolean {
  const isNamed = [path, ...sections.map(({ title }) => title)].some((name) => talks.test(name))
  const isAddressed = exchanges.some(({ question }) =>
    persons.some(({ addressed }) => addressed.test(asked(question)))
  )
  if ((isNamed && isAddressed) || isTalk(exchanges)) return () => true
  const bySection = new Map<number, Exchange[]>()
  for (const exchange of exchanges) {
    const others = bySection.get(exchange.section)
    if (others) others.push(exchange)
    else bySection.set(exchange.section, [exchange])
  }
  const spoken = new Set(
    [...bySection].filter(([, some]) => isTalk(some)).map(([section]) => section)
  )
  return (section) => spoken.has(section)
}

function isTalk(exchanges: readonly Exchange[]): boolean {
  const personal = exchanges.filter(({ question, answer }) =>
    persons.some(
      ({ addressed, speaking }) => addressed.test(asked(question)) && speaking.test(answer)
    )
  ).length
  return personal >= least.count && personal >= least.share * exchanges.length
}

function asked(question: string): string {
  return question.replace(anyone, '')
}
