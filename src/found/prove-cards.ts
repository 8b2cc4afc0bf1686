import { firstFrom } from '../markdown/first-from.ts'
import { pairQuestions } from '../document/cards/cards.ts'
import type { Document } from '../document/document.ts'
import type { SourceFile } from '../document/model.ts'
import { inOrder } from '../markdown/reading/with-edits.ts'
import type { Candidate } from './candidate.ts'
import type { FoundCard, FoundEdit } from './found-card.ts'
import { isSame, readTagged, tagsOf, type Reader, type Reading } from './read-tagged.ts'
import { steadyOnes } from './steady-cards.ts'

/** Rounds after which whole sections go where one candidate fails, and all of them. */
const patience = { one: 3, section: 8 }

/**
 * Puts the tags of all candidates in, reads the text again, and keeps those that are cards then,
 * just as they are meant, whichever of them are taken, and that leave the cards there were as they had been. Whatever stands
 * around a candidate, the reader has the last word. `document` is void afterwards.
 */
export function proveCards(
  file: SourceFile,
  document: Document,
  candidates: Candidate[],
  read: Reader
): FoundCard[] {
  const sectionOf = sectionFinder(document)
  const old = document.sections.flatMap((section) =>
    pairQuestions(section, document.text).pairs.map(tagsOf)
  )
  const holdsTags = document.sections.map(({ marking }) => marking.tagCount > 0)
  let left = candidates
  for (let round = 0; round < patience.section && left.length > 0; round++) {
    const { cards, reading, edits } = readTagged(file, left, read)
    const spoiled = new Set(spoiledSections(old, edits, reading, sectionOf))
    for (const [at, card] of cards.entries()) {
      const section = sectionOf(left[at]?.start ?? 0)
      // Beside tags, one that fails may be the mate of what others of the section rest on.
      if (!card && (round >= patience.one || holdsTags[section])) spoiled.add(section)
    }
    const proven = cards.filter((card) => card !== undefined)
    if (spoiled.size === 0 && proven.length === left.length) {
      const steady = steadyOnes(file, left, proven, read, sectionOf)
      if (steady.length === left.length) return proven
      left = steady
    } else left = left.filter(({ start }, at) => cards[at] && !spoiled.has(sectionOf(start)))
  }
  return []
}

/** Sections in which a card that was there before is none any more, or another. */
function spoiledSections(
  old: number[][],
  edits: FoundEdit[],
  pairs: Reading,
  sectionOf: (offset: number) => number
): number[] {
  if (old.length === 0) return []
  const moved = mover(edits)
  return old
    .filter((tags) => {
      const places = tags.map(moved)
      const pair = pairs.get(places[0] ?? -1)
      return !pair || !isSame(tagsOf(pair), places)
    })
    .map((tags) => sectionOf(tags[0] ?? 0))
}

/** Where places of the text stand after some edits; asked in the order of the text. */
function mover(edits: FoundEdit[]): (offset: number) => number {
  const ordered = inOrder(edits)
  let next = 0
  let by = 0
  return (offset) => {
    for (let edit = ordered[next]; edit && edit.end <= offset; edit = ordered[++next]) {
      by += edit.insert.length - (edit.end - edit.start)
    }
    return offset + by
  }
}

/** Finds the number of the section that a place belongs to. */
function sectionFinder({ sections }: Document): (offset: number) => number {
  const ranges = sections.map(({ own }) => own)
  return (offset) => Math.max(firstFrom(ranges, offset + 1) - 1, 0)
}
