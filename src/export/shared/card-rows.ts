import type { Card, Settings } from '../../document/model.ts'
import { parse } from '../../markdown/parse.ts'
import { tagPlaces } from '../../markdown/tag-places.ts'
import { cleanText } from '../../render/clean-text.ts'
import { plainText } from '../../render/plain-text.ts'
import type { ExportInput } from '../contract.ts'
import { refuseNone } from './refuse-none.ts'

/** What a card asks, and what is right: Markdown. A sentence with gaps asks once for each number. */
export interface CardRow {
  question: string
  answer: string
}

/** All cards as questions with answers, in the order of the project. Throws `ExportError` where there is none. */
export function cardRows({ compilation }: Pick<ExportInput, 'compilation'>): CardRow[] {
  refuseNone(compilation.cards.length)
  return compilation.cards.flatMap(rowsOf)
}

/** The questions of one card. */
export function rowsOf(card: Card): CardRow[] {
  return (card.gaps ?? [card]).map(({ question, answer }) => ({
    question: cleanText(question),
    answer: cleanText(answer)
  }))
}

/** Markdown of a card as a person reads it: no marks, pictures by their words, tags as the text that they are there. */
export function plainWords(markdown: string, settings: Partial<Settings> = {}): string {
  const { noteSyntax = true, lineBreaks = false } = settings
  const { root } = parse(markdown, { noteSyntax, withFrontMatter: false })
  for (const { tag } of tagPlaces(root.children)) tag.literal = true
  return plainText(root.children, [], lineBreaks)
}
