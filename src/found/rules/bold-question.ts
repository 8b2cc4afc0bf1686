import type { RootContent } from 'mdast'
import { isQuestionLine, speaks, withoutMarks } from '../asking-line.ts'
import { blocksAfter } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import { labelOf } from '../labels.ts'
import { tagMark } from '../mask.ts'
import { visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { longestAnswer, saySomething, wordsOf } from '../says-something.ts'
import { talkFinder, type Exchange } from '../talk.ts'
import { isAside, wordsIn } from '../terms.ts'
import { asksForMore } from '../words/asking.ts'
import { asksSomething } from '../words/empty-questions.ts'
import type { Rule } from '../rule.ts'

/** `**What is a cell?**` and the blocks below it, or the words behind it on the line. */
export const boldQuestion: Rule = {
  name: 'bold-question',
  certain: false,
  sign: /(?:\*\*|__)[^*_\r\n]*[?？][*_]*(?:\*\*|__)/,
  find: findQuestions
}

/** A question with what is said to it. */
interface Asked extends Exchange {
  draft: Draft
}

/** A paragraph that begins with a question in bold; what stands behind it on the line. */
interface Begun {
  passage: Passage
  question: Line
  said?: Line
}

/** So many questions for something to know make a note that asks. */
const least = 2
/** So many blocks may stand between two questions. */
const mostBlocks = 5

function findQuestions(note: Note): Draft[] {
  if (note.isPaper) return []
  const begun = note.passages.flatMap(begunIn)
  const all = [...begun.map(({ passage }) => passage), ...note.passages.filter(isTaken)]
  const alone = new Set<RootContent>(all.map(({ node }) => node as RootContent))
  const asked = begun.flatMap((one) => askedBy(one, alone))
  const isTalk = talkFinder(note, asked)
  const sound = asked.filter(({ section, answer }) => !isTalk(section) && !speaks(answer))
  const sure = sound.filter(({ question }) => asksForMore(question))
  const taken = note.taken.filter(asksForMore).length
  return sure.length + taken >= least ? sound.map(({ draft }) => draft) : []
}

const shape = /^(?<mark>\*\*|__)(?<asked>[^*_]+[?？])\k<mark>(?<gap>[ \t]*)(?<said>.*)$/

function begunIn(passage: Passage): Begun[] {
  if (passage.node.type !== 'paragraph' || !/^(?:\*\*|__)/.test(passage.source)) return []
  if (passage.index > 0 && passage.parents.length > 0) return []
  if (isAside(passage)) return []
  const [line] = passage.lines
  const { asked = '', gap = '', said = '' } = (line && shape.exec(line.words)?.groups) ?? {}
  if (!line || asked === '') return []
  const whole = { start: line.start + 2, end: line.start + 2 + asked.length, words: asked }
  const question = withoutLabel(withoutMarks(whole))
  if (!isQuestionLine(question) || !asksSomething(question.words)) return []
  if (said === '') return [{ passage, question }]
  const start = whole.end + 2 + gap.length
  return [{ passage, question, said: { start, end: line.end, words: said } }]
}

const taken = new RegExp(`^(?:\\*\\*|__)[^*_${tagMark}]*${tagMark}+[^*_]+[?？]${tagMark}`, 'u')

/** Whether a paragraph begins with such a question that was taken. */
function isTaken(passage: Passage): boolean {
  const { node, source } = passage
  const mayBe = node.type === 'paragraph' && /^(?:\*\*|__)[^\r\n]*\[\/Q\]/.test(source)
  return mayBe && taken.test(passage.lines[0]?.words ?? '')
}

/** `Q:` before a question that no `A:` answers. */
function withoutLabel({ start, end, words }: Line): Line {
  const label = labelOf(words)
  const lead = label && label.question.length > 0 && label.keeps === 0 ? label.length : 0
  return { start: start + lead, end, words: words.slice(lead) }
}

function askedBy({ passage, question, said }: Begun, alone: Set<RootContent>): Asked[] {
  const { section } = passage
  const found = said ? onLine(passage, said) : below(passage, alone)
  if (!found) return []
  const { answer, words } = found
  const place = inline(question.start, question.end)
  return [
    {
      section,
      question: question.words,
      answer: words,
      draft: { question: place, answer, replaced: [] }
    }
  ]
}

/** An answer, and its words. */
interface Answer {
  answer: Place
  words: string
}

function onLine({ lines }: Passage, said: Line): Answer | undefined {
  const last = lines.findLast((line) => visibleEnd(line) > line.start)
  if (!last) return undefined
  const words = [said, ...lines.slice(1)].map((line) => line.words).join(' ')
  const end = visibleEnd(last)
  if (wordsIn(words) < 1 || /[?？]["”»)*_]*$/.test(words) || end <= said.start) return undefined
  return { answer: inline(said.start, end), words }
}

/** What stands below: up to the next question, or one block with the lists and pictures that follow. */
function below(passage: Passage, alone: Set<RootContent>): Answer | undefined {
  if (passage.lines.length > 1) return undefined
  const all = blocksAfter(passage)
  const next = all.findIndex((block) => alone.has(block))
  const other = all.findIndex((block, at) => at > 0 && block.type === 'paragraph')
  const isClosed = next >= 0 && next <= mostBlocks
  const blocks = all.slice(0, isClosed ? next : other < 0 ? mostBlocks : other)
  const answer = blocksPlace(blocks)
  if (!answer || !saySomething(blocks)) return undefined
  const words = blocks.map(wordsOf).join(' ')
  const isLong = answer.end - answer.start > longestAnswer.characters
  return isLong || /[?？]["”»)*_]*$/.test(words.trim()) ? undefined : { answer, words }
}
