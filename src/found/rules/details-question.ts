import type { RootContent } from 'mdast'
import { isUnread } from '../../markdown/scan/plain-blocks.ts'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { endsAsking, withoutMarks } from '../asking-line.ts'
import { blocksPlace, inline, lineEndOf, lineLead, type Draft, type Place } from '../draft.ts'
import { firstEndingAfter, type Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { longestAnswer, saySomething } from '../says-something.ts'
import { asksForMore } from '../words/asking.ts'
import { asksSomething } from '../words/empty-questions.ts'
import { revealsAnswer } from '../words/reveals.ts'
import type { Rule } from '../rule.ts'

/**
 * `<details><summary>What is a cell?</summary>` with the answer folded below, and a question above
 * `<details><summary>Answer</summary>`.
 */
export const detailsQuestion: Rule = {
  name: 'details-question',
  certain: false,
  sign: /<details[\s>][^]*?<summary[\s>]/i,
  find: (note: Note) =>
    note.isPaper ? [] : note.sections.flatMap(({ blocks }) => foldsAmong(note, blocks))
}

/** What is folded: its summary, and the blocks or the words of one line below it. */
interface Fold extends SourceRange {
  summary: SourceRange
  /** Behind the end of the summary. */
  from: number
  /** Before the mark that ends it. */
  to: number
  /** Numbers of the siblings in which it begins, its summary ends, and it ends. */
  first: number
  middle: number
  last: number
}

const marks = /<(?<end>\/?)(?<name>details|summary)(?:\s[^<>]*)?>/gi

function foldsAmong(note: Note, blocks: readonly RootContent[]): Draft[] {
  const inner = blocks.flatMap((block) => {
    const holdsMore = block.type === 'list' || block.type === 'listItem'
    return holdsMore && !isUnread(block) ? foldsAmong(note, block.children) : []
  })
  return [...foldsOf(note.text, blocks).flatMap((fold) => draftOf(note, blocks, fold)), ...inner]
}

function foldsOf(text: string, blocks: readonly RootContent[]): Fold[] {
  const folds: Fold[] = []
  const open: Partial<Fold>[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'html') continue
    const { start, end } = offsets(block)
    for (const { 0: mark, index, groups } of text.slice(start, end).matchAll(marks)) {
      const place = start + index
      const behind = place + mark.length
      const isEnd = groups?.['end'] === '/'
      const top = open.at(-1)
      if (groups?.['name']?.toLowerCase() === 'details') {
        if (!isEnd) open.push({ start: place, first: at })
        else if (isWhole(open.pop(), top)) {
          folds.push({ ...(top as Fold), to: place, end: behind, last: at })
        }
      } else if (top && !isEnd) top.summary = { start: behind, end: behind }
      else if (top?.summary) {
        top.summary.end = place
        top.from = behind
        top.middle = at
      }
    }
  }
  return folds
}

function isWhole(popped: Partial<Fold> | undefined, top: Partial<Fold> | undefined): boolean {
  return popped === top && top?.summary !== undefined && top.from !== undefined
}

/** Marks of HTML around all words of a summary: `<b>Answer</b>`. */
const around = /^(?:\s|<[a-z]\w*>)*(?<words>[^<>]*?)(?:\s|<\/\w+>)*$/i

function draftOf(note: Note, blocks: readonly RootContent[], fold: Fold): Draft[] {
  const { text } = note
  const source = text.slice(fold.summary.start, fold.summary.end)
  const words = around.exec(source)?.groups?.['words'] ?? ''
  const answer = placeOf(text, blocks, fold)
  if (words === '' || !answer || answer.end - answer.start > longestAnswer.characters) return []
  const ends = { start: answer.end, end: fold.end, insert: '' }
  if (revealsAnswer(words)) {
    const question = questionAbove(note, blocks[fold.first - 1])
    if (!question) return []
    return [
      { question, answer, replaced: [{ start: fold.start, end: answer.start, insert: '' }, ends] }
    ]
  }
  const isAsked = endsAsking(words) ? asksSomething(words) : asksForMore(words)
  if (!isAsked) return []
  const start = fold.summary.start + source.indexOf(words)
  const isLine = fold.middle === fold.last
  const question = inline(start, start + words.length)
  return [
    {
      question,
      answer,
      replaced: [
        { start: fold.start, end: question.start, insert: gapBefore(text, fold.start) },
        isLine
          ? { start: question.end, end: answer.start, insert: ' ' }
          : { start: question.end, end: endOfLead(text, fold.from, answer.start), insert: '' },
        ends
      ]
    }
  ]
}

/** A line end where HTML stands right above, which would take in the question. */
function gapBefore(text: string, at: number): string {
  const begin = lineStart(text, at)
  const above = /([^\r\n]*)(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(begin - farthest, 0), begin))
  return /[^\s>]/.test(above?.[1] ?? '') ? lineEndOf(text) + lineLead(text, at) : ''
}

/** Characters of the line above that are looked at. */
const farthest = 500

/** What HTML has in a line; blocks of it need their marks. */
const inLine = /<(?!\/?(?:b|i|em|strong|code|sub|sup|u|s|br|kbd|mark)\b)/i

/** The blocks between its marks, or the words that stand in the same HTML as both. */
function placeOf(text: string, blocks: readonly RootContent[], fold: Fold): Place | undefined {
  const { middle, last, from, to } = fold
  if (middle === last) {
    const said = text.slice(from, to)
    const start = from + said.length - said.trimStart().length
    const end = to - (said.length - said.trimEnd().length)
    const isLine = start < end && !inLine.test(said) && !/[\r\n]/.test(text.slice(start, end))
    return isLine ? inline(start, end) : undefined
  }
  const between = blocks.slice(middle + 1, last)
  const begin = blocks[middle + 1]
  const end = blocks[last]
  if (!begin || !end || between.length > longestAnswer.blocks) return undefined
  const leads = [text.slice(from, offsets(begin).start), text.slice(offsets(end).start, to)]
  if (!leads.every((lead) => wrapper.test(lead))) return undefined
  readOnly(between)
  const place = saySomething(between) ? blocksPlace(between) : undefined
  // What stands right below would go on with the last block, or with its tag.
  if (place && /^[ \t>]*(?:\r\n|\n|\r)[ \t>]*[^\s>]/.test(text.slice(fold.end)))
    place.blank = 'after'
  return place
}

/** Blanks and marks of HTML that hold the answer together. */
const wrapper = /^(?:[\s>]|<\/?(?:p|div|blockquote)>)*$/i

/** Where what stands between a summary and the answer ends, without the blanks behind it. */
function endOfLead(text: string, from: number, answer: number): number {
  return from + text.slice(from, answer).replace(/[\s>]+$/, '').length
}

/** The line right above that asks: a paragraph, or a heading. */
function questionAbove(note: Note, above: RootContent | undefined): Place | undefined {
  if (above?.type !== 'paragraph' && above?.type !== 'heading') return undefined
  const passage: Passage | undefined =
    note.passages[firstEndingAfter(note.passages, offsets(above).start)]
  const line = passage?.node === above ? passage.lines.at(-1) : undefined
  if (!line || !passage) return undefined
  const asked = withoutMarks(passage.lines.length === 1 ? line : { ...line })
  const isAsked = endsAsking(asked.words) || asksForMore(asked.words)
  if (!isAsked || !asksSomething(asked.words)) return undefined
  const first = passage.lines[0] ?? line
  const start = passage.lines.length === 1 ? asked.start : withoutMarks(first).start
  return inline(start, asked.end)
}
