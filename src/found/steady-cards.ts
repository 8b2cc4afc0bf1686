import { lineStart } from '../markdown/line-start.ts'
import type { SourceFile } from '../document/model.ts'
import type { Candidate } from './candidate.ts'
import type { FoundCard } from './found-card.ts'
import { readTagged, type Reader } from './read-tagged.ts'

/** Every so manieth candidate of a section is read without those between. */
const apart = 3

/** A line that stands in: what that says may rest on what stands above. */
const standsIn = /[\r\n][ \t>]+\S/

/** Whether lines come, go, or begin otherwise: tags among words leave all around as it was. */
function changesLines(text: string, { edits }: Candidate): boolean {
  return edits.some(({ start, end, insert }) => {
    const atBegin =
      end > start && /(?:^|[\r\n])[ \t>]*$/.test(text.slice(lineStart(text, start), start))
    return atBegin || /[\r\n]/.test(insert) || /[\r\n]/.test(text.slice(start, end))
  })
}

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
  const checked = unsteadyIn(file.text, candidates, sectionOf)
  if (checked.length === 0) return candidates
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
      if (group.length === 0) return []
      const alone = readTagged(file, group, read).cards
      return group.filter((candidate, at) => !saysSame(known.get(candidate), alone[at]))
    })
  )
  return candidates.filter((candidate) => !moved.has(candidate))
}

/**
 * Those that may rest on others: they stand in, or change lines, in a section in which one does both. Alone in its
 * section none does.
 */
function unsteadyIn(
  text: string,
  candidates: Candidate[],
  sectionOf: (offset: number) => number
): Candidate[] {
  const causes = new Set<number>()
  const counts = new Map<number, number>()
  const unsteady = candidates.filter((candidate) => {
    const section = sectionOf(candidate.start)
    counts.set(section, (counts.get(section) ?? 0) + 1)
    const isIn = standsIn.test(text.slice(candidate.start, candidate.end))
    const changes = changesLines(text, candidate)
    if (isIn && changes) causes.add(section)
    return isIn || changes
  })
  return unsteady.filter(({ start }) => {
    const section = sectionOf(start)
    return causes.has(section) && (counts.get(section) ?? 0) > 1
  })
}

function saysSame(one: FoundCard | undefined, other: FoundCard | undefined): boolean {
  return one?.question === other?.question && one?.answer === other?.answer
}
