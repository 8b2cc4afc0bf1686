import { say, sayCount, type Said } from '../../say/say.ts'
import {
  ImportRefusal,
  type ImportAnswers,
  type Importer,
  type ImportQuestion
} from '../importer.ts'
import { cardFiles, type RowCard } from './card-files.ts'
import { cellText } from './cell-text.ts'
import { guess, type Guess } from './guess.ts'
import { readRows } from './read-rows.ts'

/** Columns that can be chosen from. */
const mostColumns = 30

/** Reads a table as cards: a row a card, and what the columns are is asked. */
export const importTable: Importer = async (source, answers, progress) => {
  const { path } = source
  const rows = await readRows(source)
  const columns = rows[0]?.length ?? 0
  if (columns === 0) {
    throw new ImportRefusal(say('{path} holds no cell: there is nothing to add.', { path }))
  }
  if (columns === 1) {
    throw new ImportRefusal(
      say(
        '{path} has one column; a card needs two, question and answer. Save it with commas, semicolons or tabs between the cells.',
        { path }
      )
    )
  }
  const layout = answered(guess(rows), answers)
  const body = layout.hasHead ? rows.slice(1) : rows
  const cards: RowCard[] = []
  for (const [at, row] of body.entries()) {
    if (at % 500 === 0) progress(at, body.length)
    const question = cellText(row[layout.question] ?? '')
    const answer = cellText(row[layout.answer] ?? '')
    const tags = row[layout.tags] ?? ''
    if (question !== '' && answer !== '') cards.push({ question, answer, tags })
  }
  const { files, notes } = cardFiles(path, cards)
  return {
    files,
    media: [],
    notes: [...notes, ...lost(body.length - cards.length)],
    questions: questionsOn(rows, layout)
  }
}

function lost(rows: number): Said[] {
  if (rows === 0) return []
  return [
    sayCount(
      rows,
      '{count} row was left out: the cell of the question or the answer is empty.',
      '{count} rows were left out: the cell of the question or the answer is empty.'
    )
  ]
}

function answered(guessed: Guess, answers: ImportAnswers): Guess {
  const column = (id: 'question' | 'answer' | 'tags'): number => {
    const said = answers[id]
    return said === undefined ? guessed[id] : Number(said)
  }
  return {
    hasHead: answers['head'] === undefined ? guessed.hasHead : answers['head'] === 'yes',
    question: column('question'),
    answer: column('answer'),
    tags: column('tags')
  }
}

function questionsOn(rows: string[][], layout: Guess): ImportQuestion[] {
  const [first = [], second = []] = rows
  const columns = first.slice(0, mostColumns).map((cell, at): [value: string, words: string] => {
    const shown = layout.hasHead ? cell || (second[at] ?? '') : cell
    return [String(at), `${at + 1}: ${shown.slice(0, 40)}`]
  })
  const head: ImportQuestion = {
    id: 'head',
    words: `Is the first row a heading? ${first.slice(0, 3).join(' · ').slice(0, 80)}`,
    value: layout.hasHead ? 'yes' : 'no',
    options: [
      ['yes', 'Yes, it names the columns'],
      ['no', 'No, it is a card']
    ]
  }
  const ask = (id: 'question' | 'answer', words: string): ImportQuestion => {
    return { id, words, value: String(layout[id]), options: columns }
  }
  const sides = [ask('question', 'Column of the question'), ask('answer', 'Column of the answer')]
  if (first.length === 2) return [head, ...sides]
  const options: [string, string][] = [['-1', 'None'], ...columns]
  return [
    head,
    ...sides,
    { id: 'tags', words: 'Column of tags', value: String(layout.tags), options }
  ]
}
