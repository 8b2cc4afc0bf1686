import type { Nodes } from 'mdast'
import { withoutTail } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { talkFinder, type Exchange } from '../talk.ts'
import { isAside, wordsIn } from '../terms.ts'
import { asksForMore } from '../words/asking.ts'
import { persons } from '../words/persons.ts'

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

/** A longer line is a paragraph that was broken by its width. */
const longest = { question: 120, answer: 600 }

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
  if (!next || !last || !isQuestion(first) || rest.some(isOtherwise)) return []
  const end = visibleEnd(last)
  const answer = rest.map(({ words }) => words).join(' ')
  if (answer.length > longest.answer || !isSaid(answer) || wordsIn(answer) < 1) return []
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

/** Its number, and the marks around all of it: `**1. What is a cell?**` */
const marks = /^(?<lead>[*_]*(?:\(?\d{1,3}[.)][ \t]+[*_]*)?)(?<words>.*?)[*_]*$/u

function withoutMarks({ start, words }: Line): Line {
  const { lead = '', words: own = '' } = marks.exec(words)?.groups ?? {}
  return { start: start + lead.length, end: start + lead.length + own.length, words: own }
}

/** An item that asks, with paragraphs of its own below, as Notion folds them. */
function askedInItem({ node, parents, section }: Passage, first: Line): Asked[] {
  const item = parents.at(-1)
  if (item?.type !== 'listItem' || item.children[0] !== node || !isQuestion(first)) return []
  const rest = withoutTail(item.children.slice(1))
  const answer = blocksPlace(rest)
  if (!answer || rest[0]?.type !== 'paragraph') return []
  if (answer.end - answer.start > longest.answer) return []
  const words = rest.map(wordsOf).join(' ')
  const question = inline(first.start, first.end)
  return [
    { section, question: first.words, answer: words, draft: { question, answer, replaced: [] } }
  ]
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join(' ')
  return node.type === 'text' ? node.value : ''
}

/** One sentence, and all of the line. */
function isQuestion({ words }: Line): boolean {
  return (
    /^[^?？.!。！:：]*(?:\.\S[^?？.!。！:：]*)*[?？]$/u.test(words) &&
    words.length <= longest.question &&
    !words.includes(tagMark) &&
    (wordsIn(words) > 1 || /[\u3040-\u9fff]{3}/u.test(words))
  )
}

/** A line that no answer holds: another question, a mark of cards, a label. */
function isOtherwise({ words }: Line): boolean {
  return /[?？]["”»)*_]*$|::|^[:~]\s|^\p{L}{1,12}[:：]/u.test(words) || words.includes(tagMark)
}

/** Whether it ends as sentences do, and no verse or list of words. */
function isSaid(answer: string): boolean {
  return /[.。．]["”»)*_]*$/u.test(answer) && !/^[(（]/.test(answer)
}

function speaks(answer: string): boolean {
  return persons.some(({ speaking }) => speaking.test(answer))
}
