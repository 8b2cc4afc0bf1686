import type { DocumentParser } from '../markdown/document-parser.ts'
import { firstFrom } from '../markdown/first-from.ts'
import { offsets } from '../markdown/tag-places.ts'
import { pairQuestions, spansSource, type QuestionAnswer } from '../document/cards.ts'
import type { Section } from '../document/chapters.ts'
import { readQuietly } from '../document/read-document.ts'
import type { Document } from '../document/document.ts'
import type { SourceFile } from '../document/model.ts'
import type { Span } from '../document/pairs.ts'
import { inOrder, withEdits } from '../markdown/with-edits.ts'
import type { Candidate } from './candidate.ts'
import type { FoundCard, FoundEdit } from './found-card.ts'

/** Rounds after which whole sections go where one candidate fails, and all of them. */
const patience = { one: 3, section: 8 }

/**
 * Puts the tags of all candidates in, reads the text again, and keeps those that are cards then,
 * just as they are meant, and that leave the cards there were as they had been. Whatever stands
 * around a candidate, the reader has the last word. `document` is void afterwards.
 */
export function proveCards(
  file: SourceFile,
  document: Document,
  candidates: Candidate[],
  parser: DocumentParser
): FoundCard[] {
  const sectionOf = sectionFinder(document)
  const old = document.sections.flatMap((section) =>
    pairQuestions(section, document.text).pairs.map(tagsOf)
  )
  const holdsTags = document.sections.map(({ marking }) => marking.tagCount > 0)
  let left = candidates
  for (let round = 0; round < patience.section && left.length > 0; round++) {
    const edits = left.flatMap((candidate) => candidate.edits)
    const text = withEdits(file.text, edits)
    const changed = readQuietly({ path: file.path, text }, parser)
    const reading = readingOf(changed)
    const tags = placesOfTags(left)
    const cards = left.map((candidate, at) =>
      cardOf(file.text, changed, reading, candidate, tags[at] ?? [])
    )
    const spoiled = new Set(spoiledSections(old, edits, reading, sectionOf))
    for (const [at, card] of cards.entries()) {
      const section = sectionOf(left[at]?.start ?? 0)
      // Beside tags, one that fails may be the mate of what others of the section rest on.
      if (!card && (round >= patience.one || holdsTags[section])) spoiled.add(section)
    }
    const proven = cards.filter((card) => card !== undefined)
    if (spoiled.size === 0 && proven.length === left.length) return proven
    left = left.filter(({ start }, at) => cards[at] && !spoiled.has(sectionOf(start)))
  }
  return []
}

/** The cards of a document, by the place of the question's opening tag. */
type Reading = Map<number, QuestionAnswer & { section: Section }>

function readingOf({ text, sections }: Document): Reading {
  return new Map(
    sections.flatMap((section) =>
      pairQuestions(section, text).pairs.map(
        (pair) => [startOf(pair.question), { ...pair, section }] as const
      )
    )
  )
}

/** The card a candidate became; undefined where it is none, or another than was meant. */
function cardOf(
  text: string,
  changed: Document,
  pairs: Reading,
  { rule, draft, start, end, line, edits }: Candidate,
  tags: number[]
): FoundCard | undefined {
  const found = pairs.get(tags[0] ?? -1)
  if (!found || !isSame(tagsOf(found), tags)) return undefined
  return {
    rule: rule.name,
    certain: rule.certain,
    kind: found.gaps.length > 0 ? 'cloze' : 'basic',
    start,
    end,
    line,
    chapter: found.section.title,
    question: spansSource(changed, [found.question], found.section),
    answer: spansSource(changed, found.answers, found.section),
    ...(draft.bothWays && { bothWays: true as const }),
    edits
  }
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

/** Where the tags of each candidate stand in the text with all edits. */
function placesOfTags(candidates: Candidate[]): number[][] {
  let by = 0
  return candidates.map(({ edits }) =>
    edits.flatMap(({ start, end, insert }) => {
      const at = start + by
      by += insert.length - (end - start)
      return [...insert.matchAll(/\[\/[QA]\]|\[[QA]\/\]/g)].map(({ index }) => at + index)
    })
  )
}

function tagsOf({ question, answers }: QuestionAnswer): number[] {
  return [question, ...answers].flatMap(spanTags)
}

function spanTags({ open, close }: Span): number[] {
  return [offsets(open.tag).start, offsets(close.tag).start]
}

function startOf({ open }: Span): number {
  return offsets(open.tag).start
}

function isSame(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((place, at) => place === other[at])
}

/** Finds the number of the section that a place belongs to. */
function sectionFinder({ sections }: Document): (offset: number) => number {
  const ranges = sections.map(({ own }) => own)
  return (offset) => Math.max(firstFrom(ranges, offset + 1) - 1, 0)
}
