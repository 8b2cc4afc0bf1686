import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { cleanLine } from '../../render/clean-text.ts'
import { cardRows, rowsOf, type CardRow } from '../card-rows.ts'
import type { Exporter, ExportInput } from '../exporter.ts'
import { folderName } from '../folder-name.ts'
import { flag, readOptions } from '../read-options.ts'

export interface CardsMarkdownOptions {
  /** Whether all answers stand behind all questions, to ask oneself on paper. */
  answersLast: boolean
}

const defaults: CardsMarkdownOptions = { answersLast: false }
const schema = v.object({ answersLast: v.optional(flag, defaults.answersLast) })
const mostShown = 1500

/** All cards as Markdown without tags, under the titles of their chapters. */
export const cardsMarkdown: Exporter<CardsMarkdownOptions> = {
  id: 'cards-markdown',
  group: 'other',
  label: 'Cards as Markdown',
  noun: 'Markdown file',
  description: 'All questions with their answers, under their chapters, to read, print or share.',
  extension: 'md',
  ofCards: true,
  defaults,
  fields: [
    {
      key: 'answersLast',
      control: 'switch',
      label: 'All answers at the end',
      hint: 'To ask yourself on paper: questions and answers have numbers.'
    }
  ],
  async preview(input, options) {
    const text = textOf(input, readOptions(schema, options))
    return {
      counts: [{ count: cardRows(input).length, one: 'card' }],
      samples: [{ title: 'How it begins', text: text.slice(0, mostShown) }],
      warnings: []
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const bytes = utf8ToBytes(textOf(input, readOptions(schema, options)))
    context.progress?.(1, 1)
    const name = `${folderName(input.name)}-cards.md`
    return { files: [{ name, mime: 'text/markdown', bytes }] }
  }
}

function textOf(input: ExportInput, { answersLast }: CardsMarkdownOptions): string {
  cardRows(input)
  const parts = [`# ${cleanLine(input.name)}`]
  const answers: string[] = []
  let above = ''
  let number = 0
  for (const card of input.compilation.cards) {
    const title = [card.fileId, ...card.chapterTree].map(cleanLine).join(' / ')
    if (title !== above) parts.push(`## ${title}`)
    above = title
    for (const { question, answer } of rowsOf(card)) {
      number += 1
      if (answersLast) {
        parts.push(led(`${String(number)}.`, question))
        answers.push(led(`${String(number)}.`, answer))
      } else parts.push(pair({ question, answer }))
    }
  }
  if (answersLast) parts.push('## Answers', ...answers)
  return `${parts.join('\n\n')}\n`
}

function pair({ question, answer }: CardRow): string {
  return `${led('Q:', question)}\n\n${led('A:', answer)}`
}

/** A sign before a text: in its line where that is a plain one, else above it, so that its blocks stay what they are. */
function led(sign: string, text: string): string {
  const isPlain = /^(?![#>|~`$=+*-]|\d+[.)]|\s|<|\[\^|\\\[)/.test(text)
  return isPlain ? `**${sign}** ${text}` : `**${sign}**\n\n${text}`
}
