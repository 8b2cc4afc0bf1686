import type { RootContent } from 'mdast'
import { endsAsking } from '../asking-line.ts'
import { lineEndOf, type Draft } from '../draft.ts'
import type { Note } from '../note.ts'
import { answersInLine, numberedAnswers } from '../numbered-answers.ts'
import { numberedQuestions, type NumberedQuestion } from '../numbered-questions.ts'
import type { Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { answerKey as title, answerKeyBegin, answerKeySign } from '../words/answer-keys.ts'

/**
 * Numbered questions, and their answers by number at the end: `## Answers` above a list, a table, lines or headings, or
 * `Answers: 1. b 2. c`. The answers are put behind their questions, and stay where they are, too.
 */
export const answerKey: Rule = {
  name: 'answer-key',
  certain: false,
  sign: answerKeySign,
  find: findKeys
}

/** So many of the numbers, and such a share, stand in both lists. */
const least = { count: 2, share: 0.7 }
/** Characters, and blocks. */
const longest = { question: 1500, answer: 400, key: 500 }

/** The answers by their numbers, and the last block that they take. */
interface Key {
  at: number
  answers: Map<number, string>
}

function findKeys({ text, sections, passages }: Note): Draft[] {
  const blocks = sections.flatMap((section) => section.blocks)
  const passageOf = new Map(passages.map((passage) => [passage.node as RootContent, passage]))
  const drafts: Draft[] = []
  let from = 0
  for (let at = 0; at < blocks.length; at++) {
    const key = keyAt(text, blocks, at, passageOf)
    if (!key) continue
    drafts.push(...draftsOf(text, numberedQuestions(text, blocks.slice(from, at)), key.answers))
    from = key.at + 1
    at = key.at
  }
  return drafts
}

function keyAt(
  text: string,
  blocks: readonly RootContent[],
  at: number,
  passageOf: ReadonlyMap<RootContent, Passage>
): Key | undefined {
  const block = blocks[at]
  const passage = block && passageOf.get(block)
  if (!passage || !answerKeyBegin.test(passage.source)) return undefined
  const [line, ...others] = passage.lines
  const found = line && title.exec(line.words)
  if (!line || !found) return undefined
  const rest = found.groups?.['rest'] ?? ''
  if (others.length > 0 || rest !== '') {
    const end = passage.lines.at(-1)?.end ?? line.end
    return keyOf(at, answersInLine(text.slice(line.end - rest.length, end)))
  }
  const below = numberedAnswers(text, blocks.slice(at + 1, at + 1 + longest.key))
  return below && keyOf(at + below.taken, below.answers)
}

function keyOf(at: number, answers: Map<number, string>): Key | undefined {
  return answers.size >= least.count ? { at, answers } : undefined
}

/** One of some answers to choose from. */
const choice = /^[(（]?[a-hA-H][.)）]?$/
const choices = /(?:^|\s)[(（]?[aA][.)）]\s|(?:^|\s)[(（]?[bB][.)）]\s/

/** Whether something is asked of who reads: a question, a gap, a word that is missing, choices. */
function asks(words: string): boolean {
  return endsAsking(words.trim()) || /[?？]|_{3,}|…|\.{3}|[:：]$/.test(words) || choices.test(words)
}

function draftsOf(
  text: string,
  asked: ReadonlyMap<number, NumberedQuestion>,
  answers: ReadonlyMap<number, string>
): Draft[] {
  const both = [...asked].flatMap(([number, question]) => {
    const answer = answers.get(number) ?? ''
    return answer === '' ? [] : [{ question, answer }]
  })
  const most = Math.max(asked.size, answers.size)
  const asking = both.filter(({ question }) => asks(question.words)).length
  const isQuiz = both.length >= least.count && both.length >= least.share * most
  if (!isQuiz || asking * 2 < both.length) return []
  return both.flatMap(({ question, answer }) => {
    const { place, isHeading } = question
    const isLong = answer.length > longest.answer || endsAsking(answer)
    if (isLong || place.end - place.start > longest.question) return []
    // A letter says nothing without what it stands for.
    if (choice.test(answer) && !hasChoices(question)) return []
    if (/\[\/?[QA]\/?\]/.test(answer + text.slice(place.start, place.end))) return []
    const gap = isHeading ? lineEndOf(text).repeat(2) : ' '
    return [{ question: place, moved: { words: answer, gap }, replaced: [] }]
  })
}

function hasChoices({ blocks, words }: NumberedQuestion): boolean {
  return choices.test(words) || blocks.some(({ type }) => type === 'list')
}
