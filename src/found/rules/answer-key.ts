import type { List, RootContent } from 'mdast'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { endsAsking } from '../asking-line.ts'
import { blocksPlace, type Draft } from '../draft.ts'
import type { Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { wordsOf } from '../says-something.ts'
import { answerKey as title, answerKeyBegin, answerKeySign } from '../words/answer-keys.ts'

/**
 * Numbered questions, and their answers by number at the end: `## Answers` above a list, or `Answers: 1. b 2. c`. The
 * answers are put behind their questions, and stay where they are, too.
 */
export const answerKey: Rule = {
  name: 'answer-key',
  certain: false,
  sign: answerKeySign,
  find: findKeys
}

/** So many of the numbers, and such a share, stand in both lists. */
const least = { count: 2, share: 0.7 }
const longest = { question: 1500, answer: 400 }

/** The answers by their numbers, and the block in which they begin. */
interface Key {
  at: number
  answers: Map<number, string>
}

/** A numbered question: what it holds, and its words. */
interface Asked {
  blocks: RootContent[]
  words: string
}

function findKeys({ text, sections, passages }: Note): Draft[] {
  const blocks = sections.flatMap((section) => section.blocks)
  const passageOf = new Map(passages.map((passage) => [passage.node as RootContent, passage]))
  const drafts: Draft[] = []
  let from = 0
  for (let at = 0; at < blocks.length; at++) {
    const key = keyAt(text, blocks, at, passageOf)
    if (!key) continue
    drafts.push(...draftsOf(text, questionsIn(blocks.slice(from, at)), key))
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
  const below = blocks[at + 1]
  const passage = block && passageOf.get(block)
  if (!passage || !answerKeyBegin.test(passage.source)) return undefined
  const [line, ...others] = passage.lines
  const found = line && title.exec(line.words)
  if (!line || !found) return undefined
  const rest = found.groups?.['rest'] ?? ''
  const behind = others.length > 0 || rest !== ''
  if (behind) {
    const end = passage.lines.at(-1)?.end ?? line.end
    return keyOf(at, inLine(text.slice(line.end - rest.length, end)))
  }
  if (below?.type === 'list') return keyOf(at + 1, inList(text, below))
  return below?.type === 'paragraph'
    ? keyOf(at + 1, inLine(text.slice(offsets(below).start, offsets(below).end)))
    : undefined
}

function keyOf(at: number, answers: Map<number, string> | undefined): Key | undefined {
  return answers && answers.size >= least.count ? { at, answers } : undefined
}

/** A number and the sign behind it, or a letter right behind it: `1. b`, `2) c`, `3-a`, `4c`. */
const number =
  /(?:^|[\s,;，；、|])[*_]*(\d{1,3})(?:[*_]*[ \t]*[.):：=–-][*_]*[ \t]*|[ \t]*(?=[a-hA-H](?![\p{L}\d])))/gu

/** The answers in some words, of which each but the first is the number after the one before. */
function inLine(words: string): Map<number, string> | undefined {
  const answers = new Map<number, string>()
  let last: { number: number; from: number } | undefined
  for (const match of words.matchAll(number)) {
    const value = Number(match[1])
    if (last ? value !== last.number + 1 : match.index > 0) {
      if (last) continue
      return undefined
    }
    if (last) answers.set(last.number, said(words.slice(last.from, match.index)))
    last = { number: value, from: match.index + match[0].length }
  }
  if (last) answers.set(last.number, said(words.slice(last.from)))
  return answers
}

/** The answers that a list holds, an item each, or all in its only one. */
function inList(text: string, list: List): Map<number, string> | undefined {
  if (!list.ordered) return undefined
  readOnly([list])
  const first = list.start ?? 1
  const [only, other] = list.children
  if (only && !other) {
    const { start, end } = offsets(only)
    return inLine(text.slice(start, end))
  }
  const answers = new Map<number, string>()
  for (const [at, { children }] of list.children.entries()) {
    const [paragraph, more] = children
    if (paragraph?.type !== 'paragraph' || more) continue
    const { start, end } = offsets(paragraph)
    answers.set(first + at, said(text.slice(start, end)))
  }
  return answers
}

function said(words: string): string {
  return words
    .replace(/[ \t]*\r?\n[ \t>]*/g, ' ')
    .trim()
    .replace(/[,;，；、]$/, '')
}

/** The items of the numbered lists among some blocks; none where two have the same number. */
function questionsIn(blocks: readonly RootContent[]): Map<number, Asked> {
  const asked = new Map<number, Asked>()
  const lists = blocks.filter((block) => block.type === 'list')
  readOnly(lists)
  for (const { ordered, start, children } of lists) {
    if (!ordered) continue
    for (const [at, item] of children.entries()) {
      const value = (start ?? 1) + at
      if (asked.has(value)) return new Map()
      asked.set(value, { blocks: item.children, words: wordsOf(item) })
    }
  }
  return asked
}

/** One of some answers to choose from. */
const choice = /^[(（]?[a-hA-H][.)）]?$/
const choices = /(?:^|\s)[(（]?[aA][.)）]\s|(?:^|\s)[(（]?[bB][.)）]\s/

/** Whether something is asked of who reads: a question, a gap, a word that is missing, choices. */
function asks(words: string): boolean {
  return endsAsking(words.trim()) || /[?？]|_{3,}|…|\.{3}|[:：]$/.test(words) || choices.test(words)
}

function draftsOf(text: string, asked: ReadonlyMap<number, Asked>, { answers }: Key): Draft[] {
  const both = [...asked].flatMap(([number, question]) => {
    const answer = answers.get(number) ?? ''
    return answer === '' ? [] : [{ question, answer }]
  })
  const most = Math.max(asked.size, answers.size)
  const asking = both.filter(({ question }) => asks(question.words)).length
  const isQuiz = both.length >= least.count && both.length >= least.share * most
  if (!isQuiz || asking * 2 < both.length) return []
  return both.flatMap(({ question, answer }) => {
    const place = blocksPlace(question.blocks)
    const isLong = answer.length > longest.answer || endsAsking(answer)
    if (!place || isLong || place.end - place.start > longest.question) return []
    // A letter says nothing without what it stands for.
    if (choice.test(answer) && !hasChoices(question)) return []
    if (/\[\/?[QA]\/?\]/.test(answer + text.slice(place.start, place.end))) return []
    return [{ question: place, moved: answer, replaced: [] }]
  })
}

function hasChoices({ blocks, words }: Asked): boolean {
  return choices.test(words) || blocks.some(({ type }) => type === 'list')
}
