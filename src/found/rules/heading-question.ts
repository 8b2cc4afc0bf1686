import type { RootContent } from 'mdast'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { endsAsking } from '../asking-line.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { blocksAfter, withoutTail } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import { labelOf } from '../labels.ts'
import { trailingHashtags } from '../line-ends.ts'
import { firstEndingAfter, type Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { bare } from '../terms.ts'
import { longestAnswer, saySomething, wordsOf } from '../says-something.ts'
import { asksSomething } from '../words/empty-questions.ts'
import { saysWhatIs } from './is-a.ts'
import type { Rule } from '../rule.ts'

/** A heading that asks; its own text, up to the next heading, is the answer. */
export const headingQuestion: Rule = {
  name: 'heading-question',
  certain: false,
  sign: /^(?=[^\r\n]*[?？؟])[^\r\n]*(?:\r\n|\n|\r)[ \t]{0,3}(?:=+|-+)[ \t]*$|^ {0,3}#{1,6}[ \t][^\r\n]*[?？؟]/m,
  find: (note, found) =>
    (note.isPaper ? [] : note.passages).flatMap((passage) => {
      const isHeading = passage.node.type === 'heading' && passage.parents.length === 0
      const mayAsk = isHeading && /[?？؟]/.test(passage.source)
      const draft = mayAsk ? draftOf(passage, note, found) : undefined
      const hasBelow = (note.sections[passage.section]?.children.length ?? 0) > 0
      return draft && !(hasBelow && isLeadIn(passage)) ? [draft] : []
    })
}

const number =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.):：]?|[IVX]{1,5}\.|[a-z]\)|[（(]?[一二三四五六七八九十]{1,3}[、.）)])[ \t]+/
const attributes = /[ \t]*\{[#.][^{}]*\}$/

function draftOf(passage: Passage, note: Note, found: readonly SourceRange[]): Draft | undefined {
  const { lines } = passage
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return undefined
  const written = last.words.replace(attributes, '')
  const words = written.slice(0, written.length - trailingHashtags(written))
  const lead = leadOf(first.words)
  const ends = endsAsking(words)
  if (!ends || !asksSomething(bare(first.words.slice(lead)))) return undefined
  const below = withoutRest(blocksAfter(passage)).slice(0, longestAnswer.blocks + 1)
  readOnly(below)
  const own = beforeCards(below, note.passages)
  // What is too long for an answer is a chapter, also where cards stand in it.
  const answer = answerOf(own) && answerOf(beforeFound(own, note, found))
  if (!answer) return undefined
  return {
    question: inline(first.start + lead, last.start + words.length),
    answer,
    replaced: []
  }
}

function answerOf(blocks: RootContent[]): Place | undefined {
  const answer = blocksPlace(blocks)
  const isShort = answer && answer.end - answer.start <= longestAnswer.characters
  return isShort && saySomething(blocks) ? answer : undefined
}

/** Up to the first block that holds a card, found or taken; none where the words before only lead to it. */
function beforeFound(
  blocks: RootContent[],
  { isFree }: Note,
  found: readonly SourceRange[]
): RootContent[] {
  const first = blocks.findIndex((block) => {
    const range = offsets(block)
    const next = found[firstEndingAfter(found, range.start)]
    return (next?.start ?? Infinity) < range.end || !isFree(range)
  })
  if (first < 0) return blocks
  const before = withoutTail(blocks.slice(0, first))
  const last = before.at(-1)
  return last && leadsOn.test(wordsOf(last).trim()) ? [] : before
}

const leadsOn = /[:：]$/

/** Length of its number, and of `Q:` before it. */
function leadOf(words: string): number {
  const lead = number.exec(words)?.[0].length ?? 0
  const label = labelOf(words.slice(lead))
  const isLabel = label && label.question.length > 0 && label.keeps === 0
  return isLabel ? lead + label.length : lead
}

/** Without comments, empty HTML and definitions before the first word. */
function withoutRest(blocks: RootContent[]): RootContent[] {
  const first = blocks.findIndex(
    (block) =>
      block.type !== 'definition' &&
      !(block.type === 'html' && /^\s*(?:<!--|%%|<\w+[^<>]*>(?:\s*<\/\w+>)?\s*$)/.test(block.value))
  )
  return first < 0 ? [] : blocks.slice(first)
}

/** Up to the first paragraph that is a card of its own: `Q: …`, or behind another one `**X** is a …`. */
function beforeCards(blocks: RootContent[], passages: Passage[]): RootContent[] {
  const first = blocks.findIndex((block, at) => {
    if (block.type !== 'paragraph') return false
    if ((labelOf(wordsOf(block))?.question.length ?? 0) > 0) return true
    const { start } = offsets(block)
    const passage = at > 0 && passages[firstEndingAfter(passages, start)]
    return passage !== false && passage?.node === block && saysWhatIs(passage)
  })
  return first < 0 ? blocks : blocks.slice(0, first)
}

/** Whether the own text only leads over to what the chapters below say. */
function isLeadIn(passage: Passage): boolean {
  const blocks = blocksAfter(passage)
  const last = blocks.at(-1)
  if (last) readOnly([last])
  const text = last ? wordsOf(last).trim() : ''
  return leadsOn.test(text) || last?.type === 'code'
}
