import { offsets } from '../markdown/tag-places.ts'
import { pairQuestions, spansSource, type QuestionAnswer } from '../document/cards/cards.ts'
import type { Section } from '../document/sections/chapters.ts'
import type { Document } from '../document/document.ts'
import type { SourceFile } from '../document/model.ts'
import type { Span } from '../document/sections/pairs.ts'
import { withEdits } from '../markdown/reading/with-edits.ts'
import type { Candidate } from './candidate.ts'
import type { FoundCard, FoundEdit } from './found-card.ts'

/** Reads a text with tags in it, and what a card of it shows of other notes. */
export type Reader = (file: SourceFile) => Document

/** A text with the tags of some candidates, read: what became of each. */
export function readTagged(
  { path, text: source }: SourceFile,
  candidates: Candidate[],
  read: Reader
): { cards: (FoundCard | undefined)[]; reading: Reading; edits: FoundEdit[] } {
  const edits = candidates.flatMap((candidate) => candidate.edits)
  const changed = read({ path, text: withEdits(source, edits) })
  const reading = readingOf(changed)
  const tags = placesOfTags(candidates)
  const cards = candidates.map((candidate, at) =>
    cardOf(changed, reading, candidate, tags[at] ?? [])
  )
  return { cards, reading, edits }
}

/** The cards of a document, by the place of the question's opening tag. */
export type Reading = Map<number, ReadCard>

interface ReadCard extends QuestionAnswer {
  section: Section
  /** Whether the question before it, or behind it, has the same answer (L3.1). */
  isShared: boolean
}

function readingOf({ text, sections }: Document): Reading {
  return new Map(
    sections.flatMap((section) => {
      const { pairs } = pairQuestions(section, text)
      const answerAt = (at: number): Span | undefined => pairs[at]?.answers[0]
      return pairs.map((pair, at) => {
        const [answer] = pair.answers
        const isShared = answer !== undefined && [at - 1, at + 1].map(answerAt).includes(answer)
        return [startOf(pair.question), { ...pair, section, isShared }] as const
      })
    })
  )
}

/** The card a candidate became; undefined where it is none, or another than was meant. */
function cardOf(
  changed: Document,
  pairs: Reading,
  { rule, draft, start, end, line, edits }: Candidate,
  tags: number[]
): FoundCard | undefined {
  const found = pairs.get(tags[0] ?? -1)
  if (!found || !isSame(tagsOf(found), tags) || found.isShared) return undefined
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

/** Where the tags of a card begin, in their order. */
export function tagsOf({ question, answers }: QuestionAnswer): number[] {
  return [question, ...answers].flatMap(spanTags)
}

function spanTags({ open, close }: Span): number[] {
  return [offsets(open.tag).start, offsets(close.tag).start]
}

function startOf({ open }: Span): number {
  return offsets(open.tag).start
}

/** Whether the same places stand in both. */
export function isSame(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((place, at) => place === other[at])
}
