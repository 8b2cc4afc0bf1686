import { questionWords } from './words/question-words.ts'

/** What stands before a question or an answer: `Q:`, `**Antwort 2:**`, `问：`. */
export interface Label {
  /** Numbers of the rows of `questionWords` for which it begins a question, or an answer. */
  question: readonly number[]
  answer: readonly number[]
  /** As it was written, without number and marks. */
  word: string
  /** Its length, the blanks behind it included. */
  length: number
  /** Length of the mark of emphasis before it that is closed behind more than the label. */
  keeps: number
  hasNumber: boolean
}

const shape =
  /^(\*\*\*|\*\*|__|\*|_)?(\p{L}[\p{L}\p{M}]{0,11})[ \t]?(?:#?(\d{1,3}(?:\.\d{1,3})?))?(\*\*\*|\*\*|__|\*|_)?[ \t]?(?:[:：](?![:/])|[.)．](?=$|[ \t*_]))(\*\*\*|\*\*|__|\*|_)?[ \t]*/u

const rowsOf = /* @__PURE__ */ rowsByWord()

function rowsByWord(): Map<string, { question: number[]; answer: number[] }> {
  const rows = new Map<string, { question: number[]; answer: number[] }>()
  for (const [row, sides] of questionWords.entries()) {
    for (const side of ['question', 'answer'] as const) {
      for (const word of sides[side]) {
        const known = rows.get(word) ?? { question: [], answer: [] }
        known[side].push(row)
        rows.set(word, known)
      }
    }
  }
  return rows
}

/** Where the words of a line may begin: behind the marks of containers, headings and callouts. */
const lead =
  /^(?:[ \t>]|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t]|\[![^\]\r\n]*\][+-]?)+/

/** Finds out whether some source may hold a line, or a cell, that begins with a label. */
export const labelSign = {
  test: (source: string): boolean => {
    // Several rules ask for the same text in a row.
    if (source !== asked.source) {
      const holds =
        mayLabel.test(source) &&
        source.split(/[\r\n|]+/).some((line) => labelOf(line.replace(lead, '')) !== undefined)
      asked = { source, holds }
    }
    return asked.holds
  }
}

let asked = { source: '', holds: false }

/** What every label ends with: a colon or a stop behind a letter, a number or marks of emphasis. */
const mayLabel = /[\p{L}\p{M}\d*_ \t][:：.)．]/u

/** The label with which a line begins, or undefined. */
export function labelOf(words: string): Label | undefined {
  const match = shape.exec(words)
  if (!match) return undefined
  const [all, open = '', written = '', number, inner = '', outer = ''] = match
  const word = written.normalize('NFKC')
  const rows = rowsOf.get(word.toLowerCase())
  if (!rows) return undefined
  if (/^.$/u.test(word) && word !== word.toUpperCase() && !/^[qa]$/.test(word)) return undefined
  const closer = inner || outer
  if (closer !== '' && closer !== open) return undefined
  return {
    ...rows,
    word,
    length: all.length,
    keeps: closer === '' ? open.length : 0,
    hasNumber: number !== undefined
  }
}

const headingShape =
  /^[*_]*(?<written>\p{L}[\p{L}\p{M}]{0,11})[ \t]?#?(?<number>\d{1,3})?[.:：]?[*_]*$/u

/** The label that a heading is, all of it and in full words: `Question 1`, `Antwort`, `答`. */
export function headingLabelOf(words: string): Label | undefined {
  const { written = '', number } = headingShape.exec(words)?.groups ?? {}
  const word = written.normalize('NFKC')
  const rows = rowsOf.get(word.toLowerCase())
  if (!rows || /^\P{Lo}$/u.test(word)) return undefined
  return { ...rows, word, length: words.length, keeps: 0, hasNumber: number !== undefined }
}

/** Whether an answer's label may answer a question's. */
export function answers(question: Label, answer: Label): boolean {
  return question.question.some((row) => answer.answer.includes(row))
}

const otherChoice = /^(?:\*\*|__)?[BbВвБбＢ](?:\*\*|__)?[:：.)．](?:\*\*|__)?(?:\s|$|(?<=：))/

/** Whether a line is the second of some choices, of which the first looked like an answer: `B: …`. */
export function isOtherChoice(words: string): boolean {
  return otherChoice.test(words)
}
