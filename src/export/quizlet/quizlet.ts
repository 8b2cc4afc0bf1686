import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { cardRows, plainWords } from '../card-rows.ts'
import type { Exporter, ExportInput } from '../exporter.ts'
import { folderName } from '../folder-name.ts'
import { readOptions } from '../read-options.ts'

export interface QuizletOptions {
  /** What stands between question and answer. */
  separator: 'tab' | 'comma'
}

const defaults: QuizletOptions = { separator: 'tab' }
const schema = v.object({
  separator: v.optional(v.picklist(['tab', 'comma']), defaults.separator)
})
const mostShown = 5

/**
 * A card a row, question and answer as plain text. Quizlet takes pasted text with a tab between the two and a
 * card a line, and knows no quotes: so line ends within a card become ` / `. With commas it is CSV as RFC 4180
 * has it, where a card may have lines.
 */
export const quizlet: Exporter<QuizletOptions> = {
  id: 'quizlet',
  group: 'other',
  label: 'CSV for Quizlet',
  noun: 'CSV file',
  description: 'A card a line, as plain text, for Quizlet and for spreadsheets.',
  extension: 'csv',
  ofCards: true,
  defaults,
  fields: [
    {
      key: 'separator',
      control: 'choice',
      label: 'Between question and answer',
      choices: [
        { value: 'tab', label: 'A tab, as Quizlet wants it' },
        { value: 'comma', label: 'A comma, for spreadsheets' }
      ]
    }
  ],
  async preview(input, options) {
    const lines = linesOf(input, readOptions(schema, options))
    return {
      counts: [{ count: lines.length, one: 'card' }],
      samples: [{ title: 'The first lines', text: lines.slice(0, mostShown).join('\n') }],
      warnings: picturesLeftOut(input)
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = readOptions(schema, options)
    const lines = linesOf(input, all)
    context.progress?.(1, 1)
    const lineEnd = all.separator === 'tab' ? '\n' : '\r\n'
    const how =
      all.separator === 'tab'
        ? ['In Quizlet: Create → Import, then paste the text of this file.']
        : []
    return {
      files: [
        {
          name: `${folderName(input.name)}.csv`,
          mime: 'text/csv',
          bytes: utf8ToBytes(lines.map((line) => line + lineEnd).join(''))
        }
      ],
      notes: [...how, ...picturesLeftOut(input)]
    }
  }
}

function linesOf(input: ExportInput, { separator }: QuizletOptions): string[] {
  const write = separator === 'tab' ? inOneLine : quoted
  const between = separator === 'tab' ? '\t' : ','
  return cardRows(input).map(({ question, answer }) =>
    [question, answer].map((text) => write(plainWords(text, input.settings))).join(between)
  )
}

function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ').replace(/\t/g, ' ')
}

/** RFC 4180. A spreadsheet takes for a formula what begins with one of these signs: a blank keeps it text. */
function quoted(text: string): string {
  const isNumber = /^[-+]?[\d.,]+$/.test(text)
  const safe = /^[=+\-@]/.test(text) && !isNumber ? ` ${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function picturesLeftOut({ compilation }: ExportInput): string[] {
  const count = compilation.cards.filter(({ questionHtml, answerHtml }) =>
    /<(?:img|audio|video)\b/.test(questionHtml + answerHtml)
  ).length
  if (count === 0) return []
  const cards = count === 1 ? '1 card' : `${count.toLocaleString('en')} cards`
  return [`Pictures and sounds of ${cards} are left out: only their words come along.`]
}
