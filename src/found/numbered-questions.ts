import type { RootContent } from 'mdast'
import { readOnly } from '../markdown/reading/read-plain.ts'
import { offsets } from '../markdown/tag-places.ts'
import { blocksPlace, type Place } from './draft.ts'
import { numberMarkOf, type NumberMark } from './number-mark.ts'
import { wordsOf } from './says-something.ts'

/** A numbered question: where it stands, what it holds, and its words. */
export interface NumberedQuestion {
  place: Place
  blocks: RootContent[]
  words: string
  /** It is a heading: what is put behind it would be part of the chapter's name. */
  isHeading: boolean
}

/** The questions that are numbered in some blocks: items of lists, or else headings or bold words. None where two have the same number. */
export function numberedQuestions(
  text: string,
  blocks: readonly RootContent[]
): Map<number, NumberedQuestion> {
  const items = unique(questionsInLists(blocks))
  return items.size > 0 ? items : unique(questionsAtMarks(text, blocks))
}

function unique(all: [number, NumberedQuestion][]): Map<number, NumberedQuestion> {
  const found = new Map(all)
  return found.size === all.length ? found : new Map<number, NumberedQuestion>()
}

function questionsInLists(blocks: readonly RootContent[]): [number, NumberedQuestion][] {
  const lists = blocks.filter((block) => block.type === 'list')
  readOnly(lists)
  return lists.flatMap(({ ordered, start, children }) => {
    if (!ordered) return []
    return children.flatMap((item, at): [number, NumberedQuestion][] => {
      const place = blocksPlace(item.children)
      const { children: blocks } = item
      const question = place && { place, blocks, words: wordsOf(item), isHeading: false }
      return question ? [[(start ?? 1) + at, question]] : []
    })
  })
}

/** Each with the blocks below it, up to the next one, or the next heading. */
function questionsAtMarks(
  text: string,
  blocks: readonly RootContent[]
): [number, NumberedQuestion][] {
  const marks = blocks.map((block) => numberMarkOf(text, block))
  return marks.flatMap((mark, at) => {
    const block = blocks[at]
    if (!mark || !block) return []
    const rest = blocks.slice(at + 1)
    const next = rest.findIndex(({ type }, index) => type === 'heading' || marks[at + 1 + index])
    const below = rest.slice(0, next < 0 ? undefined : next)
    const question = questionAt(block, mark, below)
    return question ? [[mark.number, question]] : []
  })
}

function questionAt(
  block: RootContent,
  { wordsAt, words }: NumberMark,
  below: RootContent[]
): NumberedQuestion | undefined {
  readOnly(below)
  const said = [words, ...below.map(wordsOf)].join(' ')
  if (words === '') {
    const place = blocksPlace(below)
    return place && { place, blocks: below, words: said, isHeading: false }
  }
  const place = blocksPlace([block, ...below], wordsAt)
  const isHeading = block.type === 'heading' && below.length === 0
  if (!place) return undefined
  if (!isHeading) return { place, blocks: below, words: said, isHeading }
  const { start } = place
  // Signs behind the words of a heading are none of it.
  const own = { start, end: start + words.length }
  return offsets(block).end === own.end
    ? { place: own, blocks: [], words: said, isHeading }
    : undefined
}
