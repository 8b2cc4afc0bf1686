import type { Table } from 'mdast'
import { inline, type Draft } from '../draft.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { bare, isFigure, isMeaning, isTerm } from '../terms.ts'
import { areLanguages, meaningHeads, noTermHeads, termHeads } from '../words/table-heads.ts'
import type { Rule } from '../rule.ts'

/**
 * Tables of two columns that read as terms and what they mean: vocabulary, years and events. Of more
 * columns two are taken, where their heads say that they are questions or terms, and what answers them.
 */
export const termTable: Rule = {
  name: 'term-table',
  certain: false,
  sign: /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|/m,
  find: findTables
}

/** Rows of a table whose heads say nothing. */
const leastRows = 3

/** A row of two cells that hold words. */
interface Row {
  term: Line
  meaning: Line
}

function findTables({ passages, isPaper }: Note): Draft[] {
  if (isPaper) return []
  const tables = new Map<Table, Map<unknown, Passage[]>>()
  for (const passage of passages) {
    const [table, row] = passage.parents.slice(-2)
    if (table?.type !== 'table') continue
    const rows = tables.get(table) ?? new Map<unknown, Passage[]>()
    tables.set(table, rows.set(row, [...(rows.get(row) ?? []), passage]))
  }
  return [...tables.values()].flatMap((rows) => {
    const [head, ...body] = [...rows.values()]
    return head ? draftsOf(head, body) : []
  })
}

function draftsOf(head: Passage[], body: Passage[][]): Draft[] {
  const heads = head.map(({ lines }) => bare(lines[0]?.words ?? ''))
  const columns = heads.length === 2 ? [0, 1] : promisedColumns(heads)
  const [first, second] = columns.map((column) => heads[column])
  if (first === undefined || second === undefined) return []
  const promises = termHeads.test(first)
  if (!promises && (noTermHeads.test(first) || noTermHeads.test(second))) return []
  const rows = body.flatMap((cells): Row[] => {
    const [term, meaning] = columns.map((column) => cells[column]?.lines[0])
    return term && meaning ? [{ term, meaning }] : []
  })
  // Rows that were taken still are rows of the table.
  const taken = rows.filter(({ term }) => term.words.startsWith(tagMark)).length
  const good = rows.filter(isGood)
  const terms = new Set(good.map(({ term }) => bare(term.words).toLowerCase()))
  const isUnique = terms.size === good.length
  const count = good.length + taken
  const isMost = count * 4 >= rows.length * 3
  if (!isMost || !isUnique || count < (promises ? 1 : leastRows)) return []
  // Columns of values are data.
  const figures = good.filter(({ meaning }) => isFigure(meaning.words)).length
  if (!promises && figures * 3 > count) return []
  return good.map(draftOf)
}

/** The columns of terms and of what they mean, where heads say which they are. */
function promisedColumns(heads: string[]): number[] {
  if (areLanguages(heads)) return [0, 1]
  const term = heads.findIndex((head) => termHeads.test(head))
  const meaning = heads.findIndex((head, at) => at > term && meaningHeads.test(head))
  return term >= 0 && meaning >= 0 ? [term, meaning] : []
}

function isGood({ term, meaning }: Row): boolean {
  return isTerm(term.words) && (isMeaning(meaning.words, 1) || isSymbol(bare(meaning.words)))
}

/** A year, a number or a sign may be what is asked for, too. */
function isSymbol(words: string): boolean {
  return /^[\p{L}\p{N}\p{S}.,%° -]{1,12}$/u.test(words) && /[\p{L}\p{N}]/u.test(words)
}

function draftOf({ term, meaning }: Row): Draft {
  return {
    question: inline(term.start, term.end),
    answer: inline(meaning.start, meaning.end),
    replaced: []
  }
}
