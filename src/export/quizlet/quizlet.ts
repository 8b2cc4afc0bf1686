import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { say, sayCount, type Said } from '../../say/say.ts'
import { cardRows, plainWords, type CardRow } from '../shared/card-rows.ts'
import type { Exporter, ExportInput } from '../contract.ts'
import { folderName } from '../shared/folder-name.ts'
import { pace } from '../shared/pace.ts'
import { oneOf, readOptions } from '../shared/read-options.ts'
import { noted, warned } from '../shared/told.ts'

export interface QuizletOptions {
  /** What stands between question and answer. */
  separator: 'tab' | 'comma'
}

const defaults: QuizletOptions = { separator: 'tab' }
const schema = v.object({
  separator: v.optional(oneOf(['tab', 'comma']), defaults.separator)
})
const mostShown = 5
/** Cards that are written between two looks at the world. */
const atOnce = 200

/**
 * A card a row, question and answer as plain text. Quizlet takes pasted text with a tab between the two and a
 * card a line, and knows no quotes: so line ends within a card become ` / `. With commas it is CSV as RFC 4180
 * has it, where a card may have lines.
 */
export const quizlet: Exporter<QuizletOptions> = {
  id: 'quizlet',
  group: 'other',
  label: say('CSV for Quizlet'),
  download: say('Download CSV file'),
  writing: say('Writing the CSV file'),
  description: say('A card a line, as plain text, for Quizlet and for spreadsheets.'),
  extension: 'csv',
  ofCards: true,
  defaults,
  fields: [
    {
      key: 'separator',
      control: 'choice',
      label: say('Between question and answer'),
      choices: [
        { value: 'tab', label: say('A tab, as Quizlet wants it') },
        { value: 'comma', label: say('A comma, for spreadsheets') }
      ]
    }
  ],
  async preview(input, options) {
    const rows = cardRows(input)
    const write = lineWriter(input, readOptions(schema, options))
    return {
      counts: [sayCount(rows.length, '{count} card', '{count} cards')],
      samples: [
        { title: say('The first lines'), text: rows.slice(0, mostShown).map(write).join('\n') }
      ],
      ...warned(picturesLeftOut(input))
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = readOptions(schema, options)
    const rows = cardRows(input)
    const write = lineWriter(input, all)
    const lineEnd = all.separator === 'tab' ? '\n' : '\r\n'
    const lines: string[] = []
    for (const [at, row] of rows.entries()) {
      if (at % atOnce === 0) await pace(context, at, rows.length)
      lines.push(write(row) + lineEnd)
    }
    context.progress?.(rows.length, rows.length)
    return {
      files: [
        {
          name: `${folderName(input.name)}.csv`,
          mime: 'text/csv',
          bytes: utf8ToBytes(lines.join(''))
        }
      ],
      ...noted(picturesLeftOut(input))
    }
  },
  next: (_file, _place, options) =>
    readOptions(schema, options).separator === 'tab'
      ? { said: say('In Quizlet: Create → Import, then paste the text of this file.') }
      : undefined
}

function lineWriter(
  { settings }: ExportInput,
  { separator }: QuizletOptions
): (row: CardRow) => string {
  const write = separator === 'tab' ? inOneLine : quoted
  const between = separator === 'tab' ? '\t' : ','
  return ({ question, answer }) =>
    [question, answer].map((text) => write(plainWords(text, settings))).join(between)
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

function picturesLeftOut({ compilation }: ExportInput): Said[] {
  const count = compilation.cards.filter(({ questionHtml, answerHtml }) =>
    /<(?:img|audio|video)\b/.test(questionHtml + answerHtml)
  ).length
  if (count === 0) return []
  return [
    sayCount(
      count,
      'Pictures and sounds of {count} card are left out: only their words come along.',
      'Pictures and sounds of {count} cards are left out: only their words come along.'
    )
  ]
}
