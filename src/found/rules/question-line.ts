import type { List, ListItem, RootContent } from 'mdast'
import { isQuestionLine, speaks, withoutMarks } from '../asking-line.ts'
import { withoutTail } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { mayBeTag } from '../reads-plain.ts'
import type { Rule } from '../rule.ts'
import { talkFinder, type Exchange } from '../talk.ts'
import { isAside, wordsIn } from '../terms.ts'
import { saySomething, wordsOf } from '../says-something.ts'
import { asksForMore } from '../words/asking.ts'
import { asksSomething } from '../words/empty-questions.ts'

/** A paragraph of a question on its first line, and its answer on the lines below. */
export const questionLine: Rule = {
  name: 'question-line',
  certain: false,
  sign: /[?？][*_]*[ \t]*[\r\n]/,
  find: findQuestions
}

/** A question with the lines of its answer. */
interface Asked extends Exchange {
  draft: Draft
}

const longest = 600

function findQuestions(note: Note): Draft[] {
  if (note.isPaper) return []
  const asked = [...note.passages.flatMap(askedIn), ...askedInTurn(note)]
  const isTalk = talkFinder(note, asked)
  const sound = asked.filter(
    ({ section, question, answer }) =>
      !isTalk(section) && !speaks(answer) && asksSomething(question)
  )
  const sure = sound.filter(({ question }) => asksForMore(question))
  // Among others that ask for more, whether something is so is a question, too.
  const taken = note.taken.filter(asksForMore).length
  const found = sure.length + taken >= least ? sound : sure
  return found.map(({ draft }) => draft)
}

/** So many questions for something to know make a note that asks. */
const least = 2

const asksFirst = /^[^\r\n]*[?？][*_]*[ \t]*\\?[ \t]*(?:[\r\n]|$)/

function askedIn(passage: Passage): Asked[] {
  const { node, section } = passage
  if (node.type !== 'paragraph' || !asksFirst.test(passage.source) || isAside(passage)) return []
  const [line, ...rest] = passage.lines
  const first = line && withoutMarks(line)
  if (!first) return []
  if (rest.length === 0) return askedInItem(passage, first)
  const last = rest.findLast((line) => visibleEnd(line) > line.start)
  const next = rest[0]
  if (!next || !last || !isQuestionLine(first) || rest.some(isOtherwise)) return []
  const end = visibleEnd(last)
  const mark = leadsTo.exec(next.words)?.[0].length ?? 0
  const answer = rest.map(({ words }) => words).join(' ')
  const isAnswer = mark > 0 || isSaid(answer)
  if (answer.length > longest || !isAnswer || wordsIn(answer) < 1) return []
  return [
    {
      section,
      question: first.words,
      answer,
      draft: {
        question: inline(first.start, first.end),
        answer: inline(next.start + mark, end),
        replaced: mark > 0 ? [{ start: next.start, end: next.start + mark, insert: '' }] : []
      }
    }
  ]
}

/** So many questions and answers, a paragraph each, one after another are cards: fewer where they are numbered. */
const leastInTurn = { numbered: 2, bare: 3 }

function askedInTurn({ sections, passages }: Note): Asked[] {
  const lines = new Map<RootContent, Passage>()
  for (const passage of passages) {
    if (passage.node.type === 'paragraph') lines.set(passage.node, passage)
  }
  return sections.flatMap(({ blocks }) => {
    const asked: Asked[] = []
    let row: { one: Asked | undefined; isNumbered: boolean }[] = []
    const close = (): void => {
      const isNumbered = row.every((turn) => turn.isNumbered)
      if (row.length >= leastInTurn[isNumbered ? 'numbered' : 'bare']) {
        asked.push(...row.flatMap(({ one }) => one ?? []))
      }
      row = []
    }
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]
      const below = blocks[at + 1]
      const only = block && onlyParagraph(block)
      const question = only && lines.get(only)
      const answer = below && lines.get(below)
      const one = question && answer && askedAbove(question, answer)
      const isTaken = question && answer && isTakenTurn(question, answer)
      if (!one && !isTaken) close()
      else {
        row.push({ one, isNumbered: only !== block })
        at++
      }
    }
    close()
    return asked
  })
}

/** A question in tags, and behind it its answer. */
const taken = new RegExp(`^[*_]*${tagMark}+[^${tagMark}]*[?？][*_]*${tagMark}+[*_]*$`, 'u')

function isTakenTurn(question: Passage, answer: Passage): boolean {
  if (!mayBeTag.test(question.source) || !mayBeTag.test(answer.source)) return false
  const [line, more] = question.lines
  const isQuestion = line && !more && taken.test(withoutMarks(line).words)
  const first = answer.lines[0]?.words ?? ''
  const last = answer.lines.at(-1)?.words ?? ''
  return isQuestion === true && first.startsWith(tagMark) && last.endsWith(tagMark)
}

/** The paragraph that a block is, or that a list of one item holds and nothing else. */
function onlyParagraph(block: RootContent): RootContent | undefined {
  if (block.type !== 'list') return block
  const [item, other] = block.children
  const [paragraph, more] = item?.children ?? []
  return block.ordered && !other && !more ? paragraph : undefined
}

function askedAbove(question: Passage, answer: Passage): Asked | undefined {
  if (!asksFirst.test(question.source) || isAside(question)) return undefined
  const [line, more] = question.lines
  const first = line && withoutMarks(line)
  if (!first || more || !isQuestionLine(first) || !asksForMore(first.words)) return undefined
  const words = answer.lines.map((one) => one.words).join(' ')
  const last = answer.lines.findLast((one) => visibleEnd(one) > one.start)
  const isOther = answer.lines.some(isOtherwise) || words.length > longest || !isSaid(words)
  if (!last || isOther) return undefined
  return {
    section: question.section,
    question: first.words,
    answer: words,
    draft: {
      question: inline(first.start, first.end),
      answer: inline(answer.lines[0]?.start ?? answer.start, visibleEnd(last)),
      replaced: []
    }
  }
}

/** An arrow before an answer. */
const leadsTo = /^(?:→|⇒|➔|➜|=>|-+>)[ \t]*(?=\S)/

/** An item that asks, with paragraphs of its own below, as Notion folds them, or items. */
function askedInItem({ node, parents, section }: Passage, first: Line): Asked[] {
  const item = parents.at(-1)
  if (item?.type !== 'listItem' || item.children[0] !== node || !isQuestionLine(first)) return []
  const rest = withoutTail(item.children.slice(1))
  const answer = blocksPlace(rest)
  const [below] = rest
  if (!answer || (below?.type !== 'paragraph' && below?.type !== 'list')) return []
  if (answer.end - answer.start > longest) return []
  const words = rest.map(wordsOf).join(' ')
  // Short notes below a question say who will see to it.
  const list = parents.at(-2)
  const isQuiz = list?.type === 'list' && isNumberedQuiz(list)
  if (
    below.type === 'list' &&
    (!saySomething(rest) || !(isQuiz || below.children.every(isSentence)))
  )
    return []
  const question = inline(first.start, first.end)
  return [
    { section, question: first.words, answer: words, draft: { question, answer, replaced: [] } }
  ]
}

/** So many numbered questions for something to know, and nothing else, each with items below, are a quiz. */
const leastQuiz = 3

const tags = /\[\/Q\]|\[Q\/\]/g

function isNumberedQuiz({ ordered, children }: List): boolean {
  return (
    ordered === true &&
    children.length >= leastQuiz &&
    children.every(({ children }) => {
      // Taken ones still are of it.
      const [asked, below, more] = children.filter(({ type }) => type !== 'tagBlock')
      if (!asked || below?.type !== 'list' || more) return false
      const words = wordsOf(asked).replace(tags, '').trim()
      return isQuestionLine({ words }) && asksForMore(words)
    })
  )
}

function isSentence(item: ListItem): boolean {
  return isSaid(wordsOf(item).trim())
}

/** A line that no answer holds: another question, a mark of cards, a label. */
function isOtherwise({ words }: Line): boolean {
  return /[?？]["”»)*_]*$|::|^[:~]\s|^\p{L}{1,12}[:：]/u.test(words) || words.includes(tagMark)
}

/** Whether it ends as sentences do, and no verse or list of words. */
function isSaid(answer: string): boolean {
  return /[.。．]["”»)*_]*$/u.test(answer) && !/^[(（]/.test(answer)
}
