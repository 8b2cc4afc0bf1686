import type { RootContent } from 'mdast'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { firstFrom } from '../markdown/first-from.ts'
import { mayHoldDefinitions } from '../markdown/syntax/definition-lines.ts'
import { withEdits } from '../markdown/reading/with-edits.ts'
import { labelsDefinedIn, type IsDefined } from '../markdown/scan/labels.ts'
import { isPlain, plainComments } from '../markdown/scan/plain-blocks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { titleOf } from '../render/titles.ts'
import type { Candidate } from './candidate.ts'
import type { Place } from './draft.ts'
import type { FoundCard, FoundEdit } from './found-card.ts'
import { firstEndingAfter, type Note } from './note.ts'
import type { Passage } from './passage.ts'
import { mayBeTag, readsPlain, takesWords, wordsAfter } from './reads-plain.ts'

/** Cards that need no second reading, and the candidates that do. */
interface Sorted {
  plain: FoundCard[]
  others: Candidate[]
}

/**
 * Makes cards of the candidates in those sections that hold no tag, and in which every candidate stands
 * in plain words: tags can be nothing but tags there, so that what comes of it is known. The cards are
 * those that `proveCards` would give.
 */
export function plainCards(note: Note, candidates: Candidate[]): Sorted {
  const { text, sections } = note
  if (mayHoldDefinitions(text) || tagLabel.test(text)) return { plain: [], others: candidates }
  const isDefined = labelsDefinedIn(text)
  const passageAt = (offset: number) => note.passages[firstEndingAfter(note.passages, offset)]
  const bySection = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const number = passageAt(candidate.start)?.section ?? 0
    const others = bySection.get(number)
    if (others) others.push(candidate)
    else bySection.set(number, [candidate])
  }
  const sorted: Sorted = { plain: [], others: [] }
  for (const [number, some] of bySection) {
    const section = sections[number]
    const edited = section?.marking.tagCount === 0 && editsInPlain(note, some, isDefined)
    if (section && edited) {
      const title = titleAfter(text, edited, isDefined) ?? section.title
      for (const one of some) sorted.plain.push(cardOf(text, one, title))
    } else for (const one of some) sorted.others.push(one)
  }
  return sorted
}

/** The label of a definition that a tag could be a link to. */
const tagLabel = /\[\/?[qa]\/?\]:/i

const gapOpen = /\{\{c\d/

/** The passages that some candidates stand in, with their edits, if all of them read plain; else undefined. */
function editsInPlain(
  note: Note,
  candidates: Candidate[],
  isDefined: IsDefined
): Map<Passage, FoundEdit[]> | undefined {
  const { text } = note
  const editsIn = new Map<Passage, FoundEdit[]>()
  for (const { draft, edits } of candidates) {
    const sides = [draft.question, ...(draft.answer ? [draft.answer] : [])]
    if (draft.moved) return undefined
    // With a gap in it, a card is another one.
    if (draft.answer && gapOpen.test(text.slice(draft.question.start, draft.question.end)))
      return undefined
    const held: Passage[] = []
    const around: number[] = []
    for (const side of sides) {
      const own = passagesOf(note, side)
      if (!own) return undefined
      held.push(...own)
      if (side.opensLine) around.push(side.start)
      if (side.closesLine) around.push(side.end)
    }
    for (const passage of held) if (!editsIn.has(passage)) editsIn.set(passage, [])
    for (const edit of edits) {
      const passage = held.find((one) => isWithin(edit, one))
      if (passage) editsIn.get(passage)?.push(edit)
      else if (edit.end > edit.start || !around.includes(edit.start)) return undefined
    }
  }
  const areAll = [...editsIn].every(([passage, edits]) =>
    readsPlain(text, passage, edits, isDefined)
  )
  return areAll ? editsIn : undefined
}

/** The name of the chapter, if its heading loses words by some edits. */
function titleAfter(
  text: string,
  edited: ReadonlyMap<Passage, FoundEdit[]>,
  isDefined: IsDefined
): string | undefined {
  for (const [passage, edits] of edited) {
    if (passage.node.type !== 'heading' || passage.parents.length > 0 || !takesWords(edits))
      continue
    const words = wordsAfter(text, passage, edits, isDefined)
    if (words) return titleOf(words).text
  }
  return undefined
}

/**
 * The passages a side stands in: one line, or paragraphs without marks of containers before their lines, with lists and
 * code among and behind them, which tags on lines of their own leave as they are; undefined where it is anything else.
 */
function passagesOf(note: Note, side: Place): Passage[] | undefined {
  const { text, passages } = note
  const first = passages[firstEndingAfter(passages, side.start)]
  const isInline = !side.opensLine && !side.closesLine && !side.blank
  if (isInline && first && side.start >= first.start && side.end <= first.end) {
    return isTextOf(text, first, side) ? [first] : undefined
  }
  return passagesOfBlocks(note, side)
}

function passagesOfBlocks(note: Note, side: Place): Passage[] | undefined {
  const { text, passages, sections } = note
  const { start, end, blockStart = start } = side
  const section =
    sections[
      firstFrom(
        sections.map(({ own }) => own),
        blockStart + 1
      ) - 1
    ]
  const blocks = section?.blocks ?? []
  const places = blocks.map(offsets)
  const from = firstEndingAfter(places, blockStart)
  const to = firstEndingAfter(places, end - 1)
  const own: Passage[] = []
  for (let at = from; at <= to; at++) {
    const block = blocks[at]
    const place = places[at]
    if (!block || !place) return undefined
    const above = places[at - 1]?.end ?? 0
    if (at > from && !/^\n+$/.test(text.slice(above, place.start))) return undefined
    if (block.type !== 'paragraph') {
      // What it stands on has to end before a tag on a line of its own.
      const isBehindWords = at > from || isBehind(text, blocks[at - 1], above, place.start)
      const isWhole = place.start >= start && place.end <= end
      if (!isWhole || !isBehindWords || !isClosed(text, block, place)) return undefined
      continue
    }
    const passage = passages[firstEndingAfter(passages, place.start)]
    if (passage?.node !== block) return undefined
    const part = { start: Math.max(start, place.start), end: Math.min(end, place.end) }
    if (part.start < part.end && !isTextOf(text, passage, part)) return undefined
    own.push(passage)
  }
  return own
}

/** Whether a block that begins a line stands behind words or a blank line. */
function isBehind(
  text: string,
  above: RootContent | undefined,
  from: number,
  start: number
): boolean {
  const between = text.slice(from, start)
  const isApart = /^\n{2,}$/.test(between)
  return isApart || ((above?.type === 'paragraph' || above?.type === 'heading') && between === '\n')
}

const fenced = /^(?<fence>`{3,}|~{3,})[^\n]*\n(?:[^]*\n)?\k<fence>[`~]*[ \t]*$/

/** Whether a block is a plain list, or code between fences, that ends before a tag and says what it holds. */
function isClosed(text: string, block: RootContent, { start, end }: SourceRange): boolean {
  const source = text.slice(start, end)
  if (text[start - 1] === ' ' || source.includes('\r')) return false
  if (block.type === 'code') return fenced.test(source) && !mayBeTag.test(source)
  const mayRefer = source.includes('[') && text.includes(']:')
  return block.type === 'list' && isPlain(block) && plainComments(block).length === 0 && !mayRefer
}

function isBare({ node, parents }: Passage): boolean {
  return node.type === 'paragraph' && parents.length === 0
}

/** Whether words stand on one line, or are lines of a bare paragraph. */
function isTextOf(text: string, passage: Passage, { start, end }: SourceRange): boolean {
  const from = firstEndingAfter(passage.lines, start)
  const line = passage.lines[from]
  if (!line || start < line.start) return false
  if (end <= line.end) return true
  const to = firstEndingAfter(passage.lines, end - 1)
  const others = passage.lines.slice(from + 1, to + 1)
  return (
    isBare(passage) &&
    others.every(
      (other, at) =>
        text[other.start - 1] === '\n' && passage.lines[from + at]?.end === other.start - 1
    )
  )
}

function isWithin({ start, end }: SourceRange, range: SourceRange): boolean {
  return start >= range.start && end <= range.end
}

const questionWithin = /\[\/Q\]([\s\S]*)\[Q\/\]/
const answerWithin = /\[\/A\]([\s\S]*)\[A\/\]/

function cardOf(
  text: string,
  { rule, draft, start, end, line, edits }: Candidate,
  chapter: string
): FoundCard {
  const inPlace = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start
  }))
  const tagged = withEdits(text.slice(start, end), inPlace)
  return {
    rule: rule.name,
    certain: rule.certain,
    kind: draft.answer ? 'basic' : 'cloze',
    start,
    end,
    line,
    chapter,
    question: questionWithin.exec(tagged)?.[1]?.trim() ?? '',
    answer: answerWithin.exec(tagged)?.[1]?.trim() ?? '',
    ...(draft.bothWays && { bothWays: true as const }),
    edits
  }
}
