import type { RootContent } from 'mdast'
import { isUnread } from '../../markdown/scan/plain-blocks.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import { blocksAfter } from '../blocks-after.ts'
import type { FoundEdit } from '../found-card.ts'
import { cardTagOf } from '../card-tag.ts'
import { answers, isOtherChoice, labelOf, labelSign, type Label } from '../labels.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { talkFinder, type Exchange } from '../talk.ts'

/** `Q: …` and `A: …` on lines, in items, cells or headings, in the words of many languages. */
export const qaLines: Rule = { name: 'q-a-lines', certain: true, sign: labelSign, find: findPairs }

/** A line that begins with a label. */
interface Labelled {
  passage: Passage
  /** Numbers of the passage in the note, and of the line in it. */
  number: number
  at: number
  line: Line
  label: Label
}

/** Paragraphs in which questions begin, and such as are cards of another sort. */
interface Starts {
  questions: Set<unknown>
  others: Set<unknown>
}

/** Blocks between a question's label and its answer's that may belong to the question. */
const mostBetween = 4
/** Blocks that an answer may have. */
const mostBlocks = 12

function findPairs(note: Note): Draft[] {
  const { passages, text } = note
  // The first of some choices, `a) …`, answers nothing; below them may stand what does.
  const labelled = passages
    .flatMap((passage, number) => labelledLines(passage, number))
    .filter((line) => !isChoice(passages, line))
  if (!labelled.some(isQuestion)) return []
  const starts: Starts = {
    questions: new Set(labelled.filter(isQuestion).map(({ passage }) => passage.node)),
    others: new Set(passages.filter(isCardItself).map(({ node }) => node))
  }
  const isTalk = talkFinder(note, exchangesOf(text, labelled))
  const drafts: Draft[] = []
  for (const [at, question] of labelled.entries()) {
    const answer = labelled[at + 1]
    if (!isQuestion(question) || isTalk(question.passage.section)) continue
    const draft =
      answer && isAnswerTo(question, answer)
        ? draftOf(text, question, answer, starts)
        : draftOnOneLine(question)
    if (draft) drafts.push(draft)
  }
  return drafts
}

/** Characters of an answer that are looked at for who speaks. */
const heard = 600

function exchangesOf(text: string, labelled: readonly Labelled[]): Exchange[] {
  return labelled.flatMap((question, at) => {
    const answer = labelled[at + 1]
    if (!isQuestion(question) || !answer || !isAnswerTo(question, answer)) return []
    const { start } = answer.line
    const end = Math.min(labelled[at + 2]?.line.start ?? Infinity, start + heard)
    return {
      section: question.passage.section,
      question: text.slice(question.line.start + question.label.length, start),
      answer: text.slice(start + answer.label.length, end)
    }
  })
}

const ofAnotherCard = /::|[?？]|[:~][ \t]|\*\*|__|#|\[\[|\[\/Q\]/

/** Whether a paragraph is another card, also one that was taken, to which no answer before it reaches. */
function isCardItself(passage: Passage): boolean {
  if (!ofAnotherCard.test(passage.source)) return false
  return passage.lines.some(
    (line) =>
      /::|^[?？]{1,2}$|^[:~][ \t]/.test(line.words) ||
      line.words.includes(tagMark) ||
      cardTagOf(line) !== undefined ||
      /^(?:\*\*|__)/.test(line.words)
  )
}

function labelledLines(passage: Passage, number: number): Labelled[] {
  if (!labelSign.test(passage.source)) return []
  return passage.lines.flatMap((line, at) => {
    const label = labelOf(line.words)
    return label ? [{ passage, number, at, line, label }] : []
  })
}

function isQuestion({ label }: Labelled): boolean {
  return label.question.length > 0
}

function isAnswerTo(question: Labelled, answer: Labelled): boolean {
  return (
    answer.passage.section === question.passage.section &&
    answer.label.answer.length > 0 &&
    answers(question.label, answer.label)
  )
}

/** Whether an `A:` is the first of several choices. */
function isChoice(passages: Passage[], { passage, number, at, label }: Labelled): boolean {
  if (!/^[AaАа]$/.test(label.word)) return false
  const next = passage.lines[at + 1] ?? passages[number + 1]?.lines[0]
  return next !== undefined && isOtherChoice(next.words)
}

function draftOf(
  text: string,
  question: Labelled,
  answer: Labelled,
  starts: Starts
): Draft | undefined {
  const asked = questionPlace(question, answer)
  const answered = answerPlace(answer, starts)
  if (!asked || !answered) return undefined
  const replaced = [labelEdit(question), labelEdit(answer)]
  const { node } = answer.passage
  // `---` right below the last line would make a heading of it all.
  if (node.type === 'heading' && answer.passage === question.passage) {
    if (text.startsWith('#', node.position?.start.offset)) return undefined
    answered.blank = 'after'
  }
  return { question: asked, answer: answered, replaced }
}

function labelEdit({ line, label }: Labelled): FoundEdit {
  return { start: line.start + label.keeps, end: line.start + label.length, insert: '' }
}

/** Where what a label names begins: behind it, or before a mark of emphasis that goes on. */
function contentStart({ line, label }: Labelled): number {
  return label.keeps > 0 ? line.start : line.start + label.length
}

function questionPlace(question: Labelled, answer: Labelled): Place | undefined {
  const { passage, at, line, label } = question
  const start = contentStart(question)
  const last = passage.lines.at(-1)
  if (!last) return undefined
  if (passage === answer.passage) {
    const before = passage.lines[answer.at - 1]
    return before && before.end > line.start + label.length ? inline(start, before.end) : undefined
  }
  if (answer.at > 0) return undefined
  const isEmpty = at === passage.lines.length - 1 && line.end <= line.start + label.length
  if (answer.passage.siblings === passage.siblings && passage.node.type === 'paragraph') {
    const between = passage.siblings.slice(passage.index + 1, answer.passage.index)
    if (between.length > mostBetween || (isEmpty && between.length === 0)) return undefined
    return between.length === 0
      ? inline(start, last.end)
      : blocksPlace([passage.node, ...between], start)
  }
  return answer.number === question.number + 1 && !isEmpty ? inline(start, last.end) : undefined
}

function answerPlace(answer: Labelled, starts: Starts): Place | undefined {
  const { passage, at, line } = answer
  const start = contentStart(answer)
  const next = passage.lines.findIndex(
    ({ words }, index) => index > at && labelOf(words) !== undefined
  )
  const last = passage.lines[next < 0 ? passage.lines.length - 1 : next - 1] ?? line
  const isEmpty = last === line && saysNothing(answer)
  const extra = next < 0 && passage.node.type === 'paragraph' ? moreBlocks(answer, starts) : []
  if (extra.length > 0) return blocksPlace([passage.node, ...extra], start)
  return isEmpty ? undefined : inline(start, last.end)
}

/** Whether nothing stands behind a label, or nothing but the begin of a callout, which begins none there. */
function saysNothing({ line, label }: Labelled): boolean {
  return /^(?:>[ \t]*\[![^[\]]+\][-+]?)?[ \t]*$/.test(line.words.slice(label.length))
}

/** Blocks below the answer's paragraph that belong to it. */
function moreBlocks(answer: Labelled, starts: Starts): RootContent[] {
  const { passage, line } = answer
  const all = blocksAfter(passage)
  const { questions, others } = starts
  const question = all.findIndex((block) => holds(block, questions))
  const other = all.findIndex((block) => holds(block, others) && !holds(block, questions))
  const stops = [question, other].filter((at) => at >= 0)
  const blocks = all.slice(0, Math.min(...stops, all.length))
  // hashcards parts its cards by `---`.
  const [after, next] = passage.siblings.slice(passage.index + 1 + all.length)
  const isBroken = after?.type === 'thematicBreak' && next && holds(next, questions)
  const isClosed = (question >= 0 && blocks.length === question) || (isBroken && other < 0)
  if (isClosed && blocks.length <= mostBlocks) return blocks
  const end = passage.lines.at(-1)?.words ?? ''
  const isEmpty = passage.lines.at(-1) === line && saysNothing(answer)
  const isOpen = isEmpty || /[:：]\**$/.test(end) || passage.parents.at(-1)?.type === 'listItem'
  if (!isOpen) return []
  const from = isEmpty && blocks[0]?.type === 'paragraph' ? 1 : 0
  const prose = blocks.findIndex((block, at) => at >= from && block.type === 'paragraph')
  return blocks.slice(0, prose < 0 ? mostBlocks : prose)
}

/** Whether a block is one of some paragraphs, or holds one. */
function holds(block: RootContent, paragraphs: Set<unknown>): boolean {
  if (paragraphs.has(block)) return true
  if (isUnread(block)) return false
  return 'children' in block && block.children.some((child) => holds(child, paragraphs))
}

const answerWithin = /(?<=[?？.。!！][ \t]*\**|[ \t][|–—/][ \t]*)(?:\*\*|__)?(?=\p{L})/gu

/** Question and answer on one line: `Q: … A: …`. */
function draftOnOneLine(question: Labelled): Draft | undefined {
  const { line, label } = question
  if (label.keeps > 0) return undefined
  for (const match of line.words.slice(label.length).matchAll(answerWithin)) {
    const at = label.length + match.index
    const answer = labelOf(line.words.slice(at))
    if (!answer || answer.keeps > 0 || !answers(label, answer)) continue
    const asked = line.words.slice(label.length, at).replace(/[ \t]*[|–—/]?[ \t]*$/, '')
    const start = line.start + label.length
    const end = start + asked.length
    const from = line.start + at + answer.length
    if (asked === '' || from >= line.end) return undefined
    return {
      question: inline(start, end),
      answer: inline(from, line.end),
      replaced: [labelEdit(question), { start: end, end: from, insert: ' ' }]
    }
  }
  return undefined
}
