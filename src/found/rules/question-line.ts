import type { ListItem } from 'mdast'
import { isQuestionLine, speaks, withoutMarks } from '../asking-line.ts'
import { withoutTail } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { talkFinder, type Exchange } from '../talk.ts'
import { isAside, wordsIn } from '../terms.ts'
import { saySomething, wordsOf } from '../says-something.ts'
import { asksForMore } from '../words/asking.ts'

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
  const asked = note.passages.flatMap(askedIn)
  const isTalk = talkFinder(note, asked)
  const sound = asked.filter(({ section, answer }) => !isTalk(section) && !speaks(answer))
  const sure = sound.filter(({ question }) => asksForMore(question))
  // Among others that ask for more, whether something is so is a question, too.
  const found = sure.length >= least ? sound : sure
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
  const answer = rest.map(({ words }) => words).join(' ')
  if (answer.length > longest || !isSaid(answer) || wordsIn(answer) < 1) return []
  return [
    {
      section,
      question: first.words,
      answer,
      draft: {
        question: inline(first.start, first.end),
        answer: inline(next.start, end),
        replaced: []
      }
    }
  ]
}

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
  if (below.type === 'list' && (!saySomething(rest) || !below.children.every(isSentence))) return []
  const question = inline(first.start, first.end)
  return [
    { section, question: first.words, answer: words, draft: { question, answer, replaced: [] } }
  ]
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
