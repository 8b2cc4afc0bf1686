import type { List, RootContent, Table } from 'mdast'
import { readOnly } from '../markdown/reading/read-plain.ts'
import { offsets } from '../markdown/tag-places.ts'
import { numberMarkOf } from './number-mark.ts'

/** Answers by their numbers, and how many blocks they take. */
interface NumberedAnswers {
  answers: Map<number, string>
  taken: number
}

/** The answers with which some blocks begin: a list, a table, lines, or a heading each. */
export function numberedAnswers(
  text: string,
  blocks: readonly RootContent[]
): NumberedAnswers | undefined {
  const [first] = blocks
  switch (first?.type) {
    case 'list':
      return { answers: inList(text, first), taken: 1 }
    case 'table':
      return { answers: inTable(text, first), taken: 1 }
    case 'paragraph':
      return inParagraphs(text, blocks)
    case 'heading':
      return underHeadings(text, blocks)
    default:
      return undefined
  }
}

/** A number and the sign behind it, or a letter right behind it: `1. b`, `2) c`, `3-a`, `4c`. */
const number =
  /(?:^|[\s,;，；、|])[*_]*(\d{1,3})(?:[*_]*[ \t]*[.):：=–-][*_]*[ \t]*|[ \t]*(?=[a-hA-H](?![\p{L}\d])))/gu

/** The answers in some words, of which each but the first is the number after the one before. */
export function answersInLine(words: string): Map<number, string> {
  const answers = new Map<number, string>()
  let last: { number: number; from: number } | undefined
  for (const match of words.matchAll(number)) {
    const value = Number(match[1])
    if (last ? value !== last.number + 1 : match.index > 0) {
      if (last) continue
      return answers
    }
    if (last) answers.set(last.number, said(words.slice(last.from, match.index)))
    last = { number: value, from: match.index + match[0].length }
  }
  if (last) answers.set(last.number, said(words.slice(last.from)))
  return answers
}

/** An item each, or all in the only one. */
function inList(text: string, list: List): Map<number, string> {
  const answers = new Map<number, string>()
  if (!list.ordered) return answers
  readOnly([list])
  const first = list.start ?? 1
  const [only, other] = list.children
  if (only && !other) return answersInLine(sourceOf(text, only))
  for (const [at, { children }] of list.children.entries()) {
    const [paragraph, more] = children
    if (paragraph?.type !== 'paragraph' || more) continue
    answers.set(first + at, said(sourceOf(text, paragraph)))
  }
  return answers
}

const numberCell = /^[*_]*(?:\p{L}{1,12}[ \t]*)?(\d{1,3})[.)]?[*_]*$/u

/** A row each, number and answer, also more than one pair in a row; or a row of numbers above a row of answers. */
function inTable(text: string, table: Table): Map<number, string> {
  readOnly([table])
  const rows = table.children.map(({ children }) =>
    children.map((cell) => sourceOf(text, cell).replace(/^\|?[ \t]*|[ \t]*\|?$/g, ''))
  )
  const [head = [], below, more] = rows
  const answers = new Map<number, string>()
  const isAcross = !more && head.filter((cell) => numberCell.test(cell)).length >= leastAcross
  const pairs = isAcross
    ? head.map((cell, at) => [cell, below?.[at] ?? ''] as const)
    : rows.flatMap((row) => row.map((cell, at) => [at % 2 ? '' : cell, row[at + 1] ?? ''] as const))
  for (const [cell, answer] of pairs) {
    const value = numberCell.exec(cell)?.[1]
    if (value !== undefined && answer !== '') answers.set(Number(value), said(answer))
  }
  return answers
}

/** So many numbers stand beside each other in a row that holds no pairs. */
const leastAcross = 2

const numberFirst = /^[*_]*\d{1,3}[*_]*[ \t]*[.):：=–-]/

/** One paragraph, and those below it that begin with a number, too. */
function inParagraphs(text: string, blocks: readonly RootContent[]): NumberedAnswers {
  const end = blocks.findIndex(
    (block) => block.type !== 'paragraph' || !numberFirst.test(sourceOf(text, block))
  )
  const taken = Math.max(1, end < 0 ? blocks.length : end)
  const words = blocks.slice(0, taken).map((block) => sourceOf(text, block))
  return { answers: answersInLine(words.join('\n')), taken }
}

/** Headings of a number, each with the answer behind it or in the paragraph below. */
function underHeadings(text: string, blocks: readonly RootContent[]): NumberedAnswers {
  const answers = new Map<number, string>()
  let at = 0
  for (let block = blocks[at]; block?.type === 'heading'; block = blocks[at]) {
    const mark = numberMarkOf(text, block)
    if (!mark) break
    const below = blocks[at + 1]
    const isBelow = mark.words === '' && below?.type === 'paragraph'
    const answer = isBelow ? sourceOf(text, below) : mark.words
    if (answer !== '') answers.set(mark.number, said(answer))
    at += isBelow ? 2 : 1
  }
  return { answers, taken: at }
}

function sourceOf(text: string, node: Parameters<typeof offsets>[0]): string {
  const { start, end } = offsets(node)
  return text.slice(start, end)
}

/** An answer on one line; marks that were opened before its number go. */
function said(words: string): string {
  const line = words
    .replace(/[ \t]*\r?\n[ \t>]*/g, ' ')
    .trim()
    .replace(/[,;，；、]$/, '')
  return line.split('**').length % 2 ? line : line.replace(/\*\*$/, '')
}
