import { say, sayCount } from '../../say/say.ts'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import type { Card } from '../../document/model.ts'
import { parse } from '../../markdown/parse.ts'
import { cleanLine } from '../../render/clean-text.ts'
import { cardRows, rowsOf, type CardRow } from '../shared/card-rows.ts'
import type { Exporter } from '../contract.ts'
import { folderName } from '../shared/folder-name.ts'
import { flag, readOptions } from '../shared/read-options.ts'
import { warned } from '../shared/told.ts'

export interface CardsMarkdownOptions {
  /** Whether all answers stand behind all questions, to ask oneself on paper. */
  answersLast: boolean
}

const defaults: CardsMarkdownOptions = { answersLast: false }
const schema = v.object({ answersLast: v.optional(flag, defaults.answersLast) })
const mostShown = 10

/** All cards as Markdown without tags, under the titles of their chapters. */
export const cardsMarkdown: Exporter<CardsMarkdownOptions> = {
  id: 'cards-markdown',
  group: 'other',
  label: say('Cards as Markdown'),
  download: say('Download Markdown file'),
  writing: say('Writing the Markdown file'),
  description: say(
    'All questions with their answers, under their chapters, to read, print or share.'
  ),
  extension: 'md',
  ofCards: true,
  defaults,
  fields: [
    {
      key: 'answersLast',
      control: 'switch',
      label: say('All answers at the end'),
      hint: say('To ask yourself on paper: questions and answers have numbers.')
    }
  ],
  async preview(input, options) {
    const rows = cardRows(input)
    const first = input.compilation.cards.slice(0, mostShown)
    return {
      counts: [sayCount(rows.length, '{count} card', '{count} cards')],
      samples: [
        {
          title: say('How it begins'),
          text: textOf(input.name, first, readOptions(schema, options))
        }
      ],
      ...warned([])
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    cardRows(input)
    const { cards } = input.compilation
    const bytes = utf8ToBytes(textOf(input.name, cards, readOptions(schema, options)))
    context.progress?.(1, 1)
    const name = `${folderName(input.name)}-cards.md`
    return { files: [{ name, mime: 'text/markdown', bytes }] }
  }
}

function textOf(name: string, cards: Card[], { answersLast }: CardsMarkdownOptions): string {
  const parts = [`# ${cleanLine(name)}`]
  const answers: string[] = []
  let above = ''
  let number = 0
  for (const card of cards) {
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

/**
 * A sign before a text: in its line where that is a plain one, else above it, so that its blocks stay what they are.
 * What nothing in the text ends, such as code, ends with a quote around it, and not with the file.
 */
function led(sign: string, text: string): string {
  const isPlain = /^(?![#>|~`$=+*-]|\d+[.)]|\s|<|\[\^|\\\[)/.test(text)
  if (isPlain && isEnded(text)) return `**${sign}** ${text}`
  return `**${sign}**\n\n${isEnded(text) ? text : text.replace(/^/gm, '> ')}`
}

const mayStayOpen = /```|~~~|\$\$|<|\\\[|\\begin|%%/

/** Whether what follows a text is none of its blocks. */
function isEnded(text: string): boolean {
  if (!mayStayOpen.test(text)) return true
  const { root } = parse(`${text}\n\nx`, { withFrontMatter: false })
  const last = root.children.at(-1)
  return last?.type === 'paragraph' && last.position?.start.offset === text.length + 2
}
