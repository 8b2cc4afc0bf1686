import type { RootContent } from 'mdast'
import type { Section } from '../../document/sections/chapters.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { withoutTail } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import type { Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { wordsIn } from '../terms.ts'
import type { Rule } from '../rule.ts'

/**
 * Front, `---`, back: a whole file of yanki (known by its `noteId`, or short with a question in
 * front; two lines of `---` ask both ways), or what stands below a line `#cards`.
 */
export const cardBreak: Rule = {
  name: 'card-break',
  certain: true,
  sign: /(?:-[ \t]*){3}|(?:\*[ \t]*){3}|(?:_[ \t]*){3}/,
  find: (note: Note) => [...wholeFile(note), ...belowCards(note)]
}

/** Blocks and characters that a note without an id may have. */
const short = { blocks: 8, length: 2000 }

function wholeFile({ text, header, sections, passages }: Note): Draft[] {
  const filled = sections.filter(({ blocks }) => withoutTail(blocks).length > 0)
  const [section] = filled
  if (!section || filled.length > 1) return []
  const [front, back, extra] = groupsOf(withoutTail(section.blocks))
  if (!front || !back || extra || front.blocks.length === 0) return []
  const isKnown = /^noteId:[ \t]*\d*[ \t]*$/m.test(header)
  const isShort =
    section.blocks.length <= short.blocks && text.length - header.length <= short.length
  const question = placeOf(front.blocks, passages)
  const answer = placeOf(back.blocks, passages)
  if (!question || !answer) return []
  const asks = /[?？؟]["”»)*_]*$/.test(text.slice(question.start, question.end))
  const isShown = isShort && asks && front.blocks.length <= 2
  if (!isKnown && !isShown && !(header === '' && areBare(front, back, passages))) return []
  const bothWays = back.breaks.length === 2
  return [{ question, answer, bothWays, replaced: withoutBreaks(back) }]
}

/** Names a thing, as no title does: some words without a full stop, and few words below. */
const bare = { least: 3, most: 25, below: 8 }

/** Whether a file without any header holds nothing but a description and what it describes, on a line each. */
function areBare(front: Group, back: Group, passages: Passage[]): boolean {
  if (back.breaks.length > 1 || passages.length !== 2) return false
  const [asked, said] = [front, back].map(({ blocks }) => {
    const only = blocks.length === 1 && blocks[0]?.type === 'paragraph'
    const lines = passages.find(({ node }) => node === blocks[0])?.lines ?? []
    return only && lines.length === 1 ? (lines[0]?.words ?? '') : ''
  })
  if (!asked || !said || /[.!:;,…。！：；，、]["”»)*_]*$/.test(asked)) return false
  const words = wordsIn(asked)
  return words >= bare.least && words <= bare.most && wordsIn(said) <= bare.below
}

function belowCards({ text, sections, passages }: Note): Draft[] {
  const marks = passages.filter(
    (passage) =>
      passage.parents.length === 0 &&
      passage.source.includes('#cards') &&
      passage.lines.length === 1 &&
      passage.lines[0]?.words === '#cards'
  )
  return marks.flatMap(({ index, section }) => {
    const blocks = sections[section]?.blocks.slice(index + 1) ?? []
    const groups = groupsOf(withoutTail(blocks)).filter((group) => !isTaken(text, group))
    if (groups.length % 2 !== 0 || groups.some((group) => group.blocks.length === 0)) return []
    return groups.flatMap((front, at) => {
      const back = groups[at + 1]
      const question = placeOf(front.blocks, passages)
      const answer = back && placeOf(back.blocks, passages)
      if (at % 2 !== 0 || !question || !answer) return []
      return [{ question, answer, replaced: withoutBreaks(back) }]
    })
  })
}

/** Whether both sides of a card stand in a group, of which the break between them went. */
function isTaken(text: string, { blocks }: Group): boolean {
  const place = blocksPlace(blocks)
  return place !== undefined && wholeCard.test(text.slice(place.start, place.end))
}

const wholeCard = /^\[\/Q\][^]*\[A\/\]$/

/** Blocks in a row, and the `---` before them. */
interface Group {
  breaks: RootContent[]
  blocks: RootContent[]
}

function groupsOf(blocks: Section['blocks']): Group[] {
  const groups: Group[] = [{ breaks: [], blocks: [] }]
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.type !== 'thematicBreak') last?.blocks.push(block)
    else if (last?.blocks.length === 0 && last.breaks.length > 0) last.breaks.push(block)
    else groups.push({ breaks: [block], blocks: [] })
  }
  return groups
}

/** A heading only by itself: no question goes over one. */
function placeOf(blocks: RootContent[], passages: Passage[]): Place | undefined {
  if (!blocks.some(({ type }) => type === 'heading')) return blocksPlace(withoutTail(blocks))
  const heading = passages.find(({ node }) => node === blocks[0])
  const first = heading?.lines[0]
  const last = heading?.lines.at(-1)
  return first && last && blocks.length === 1 ? inline(first.start, last.end) : undefined
}

function withoutBreaks({ breaks }: Group): Draft['replaced'] {
  const first = breaks[0]
  const last = breaks.at(-1)
  if (!first || !last) return []
  return [{ start: offsets(first).start, end: offsets(last).end, insert: '' }]
}
