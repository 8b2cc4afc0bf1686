import type { Nodes, RootContent } from 'mdast'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { blocksAfter } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft } from '../draft.ts'
import { labelOf } from '../labels.ts'
import { trailingHashtags } from '../line-ends.ts'
import { firstEndingAfter, type Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { bare } from '../terms.ts'
import { emptyQuestions, leaningQuestions, scheduleQuestions } from '../words/empty-questions.ts'
import { saysWhatIs } from './is-a.ts'
import type { Rule } from '../rule.ts'

/** A heading that asks; its own text, up to the next heading, is the answer. */
export const headingQuestion: Rule = {
  name: 'heading-question',
  certain: false,
  sign: /[?？؟][^\r\n]*(?:\r\n|\n|\r)[ \t]{0,3}(?:=+|-+)[ \t]*$|^ {0,3}#{1,6}[ \t][^\r\n]*[?？؟]/m,
  find: ({ passages, sections, isPaper }: Note) =>
    (isPaper ? [] : passages).flatMap((passage) => {
      const isHeading = passage.node.type === 'heading' && passage.parents.length === 0
      const mayAsk = isHeading && /[?？؟]/.test(passage.source)
      const draft = mayAsk ? draftOf(passage, passages) : undefined
      const hasBelow = (sections[passage.section]?.children.length ?? 0) > 0
      return draft && !(hasBelow && isLeadIn(passage)) ? [draft] : []
    })
}

/** What is longer is a chapter, and no answer. */
const longest = { blocks: 10, characters: 2500 }

const number =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.):：]?|[IVX]{1,5}\.|[a-z]\)|[（(]?[一二三四五六七八九十]{1,3}[、.）)])[ \t]+/
const attributes = /[ \t]*\{[#.][^{}]*\}$/
const question = /[?？؟]["”»」)*_]*$/

function draftOf(passage: Passage, passages: Passage[]): Draft | undefined {
  const { lines } = passage
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return undefined
  const written = last.words.replace(attributes, '')
  const words = written.slice(0, written.length - trailingHashtags(written))
  const lead = number.exec(first.words)?.[0].length ?? 0
  const asked = bare(first.words.slice(lead))
  if (leaningQuestions.test(asked) || scheduleQuestions.test(asked)) return undefined
  if (!question.test(words) || emptyQuestions.test(asked) || !/\p{L}.*\p{L}/u.test(asked))
    return undefined
  const below = withoutRest(blocksAfter(passage)).slice(0, longest.blocks + 1)
  readOnly(below)
  const blocks = beforeCards(below, passages)
  const answer = blocksPlace(blocks)
  if (!answer || !isAnswer(blocks) || answer.end - answer.start > longest.characters)
    return undefined
  return {
    question: inline(first.start + lead, last.start + words.length),
    answer,
    replaced: []
  }
}

/** Without comments and definitions before the first word. */
function withoutRest(blocks: RootContent[]): RootContent[] {
  const first = blocks.findIndex(({ type }) => type !== 'html' && type !== 'definition')
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

/** Whether there is something to read: no list of tasks, no `TODO`, no `…`. */
function isAnswer(blocks: RootContent[]): boolean {
  if (blocks.length > longest.blocks) return false
  const text = blocks.map(wordsOf).join(' ').trim()
  if (blocks.some(isTaskList)) return false
  if (/^(?:todo|tbd|tba|fixme|wip|\.{3}|…|\?+|-+)[.:!?]*$/i.test(text)) return false
  return text.length > 1
}

/** Whether the own text only leads over to what the chapters below say. */
function isLeadIn(passage: Passage): boolean {
  const blocks = blocksAfter(passage)
  const last = blocks.at(-1)
  if (last) readOnly([last])
  const text = last ? wordsOf(last).trim() : ''
  return /[:：]$/.test(text) || last?.type === 'code'
}

function isTaskList(block: RootContent): boolean {
  return block.type === 'list' && block.children.some(({ checked }) => typeof checked === 'boolean')
}

function wordsOf(node: Nodes): string {
  if (node.type === 'image' || node.type === 'code' || node.type === 'math') return `[${node.type}]`
  if ('children' in node) return node.children.map(wordsOf).join(' ')
  return 'value' in node && node.type !== 'html' ? node.value : ''
}
