import type { SourceFile } from '../document/model.ts'
import type { Candidate } from './candidate.ts'
import type { FoundCard } from './found-card.ts'
import { readTagged, type Reader } from './read-tagged.ts'

/** Every so manieth candidate of a section is read without those between. */
const apart = 3

/** A line that stands in: what that says may rest on what stands above. */
const standsIn = /[\r\n][ \t>]+\S/

/**
 * Those candidates that say the same where others near them are not taken: what stands on lines of its
 * own may be part of a list, or of a paragraph, only because of the tags before it. `cards` are what
 * becomes of them together.
 */
export function steadyOnes(
  file: SourceFile,
  candidates: Candidate[],
  cards: FoundCard[],
  read: Reader,
  sectionOf: (offset: number) => number
): Candidate[] {
  const shaky = new Set(
    candidates
      .filter(({ start, end }) => standsIn.test(file.text.slice(start, end)))
      .map(({ start }) => sectionOf(start))
  )
  const checked = candidates.filter(({ start }) => shaky.has(sectionOf(start)))
  if (shaky.size === checked.length) return candidates
  const known = new Map(candidates.map((candidate, at) => [candidate, cards[at]]))
  const places = new Map<number, number>()
  const groups = Array.from({ length: apart }, (): Candidate[] => [])
  for (const candidate of checked) {
    const section = sectionOf(candidate.start)
    const place = places.get(section) ?? 0
    places.set(section, place + 1)
    groups[place % apart]?.push(candidate)
  }
  const moved = new Set(
    groups.flatMap((group) => {
      const alone = readTagged(file, group, read).cards
      return group.filter((candidate, at) => !saysSame(known.get(candidate), alone[at]))
    })
  )
  return candidates.filter((candidate) => !moved.has(candidate))
}

function saysSame(one: FoundCard | undefined, other: FoundCard | undefined): boolean {
  return one?.question === other?.question && one?.answer === other?.answer
}
