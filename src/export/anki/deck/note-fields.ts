import type { Card } from '../../../document/model.ts'
import { cleanLine } from '../../../render/clean-text.ts'
import { contextWriter, fieldHtml, lineHtml, prefixed, sourceHtml } from './field-html.ts'
import { ofLatest } from './latest-list.ts'
import type { NoteFields } from './note-type.ts'
import type { AnkiOptions } from '../options.ts'

/** A card in the fields of our note types; media still by their paths in the project. */
export function noteFields(card: Card, guid: string, options: AnkiOptions): NoteFields {
  return fieldWriter(options)(card, guid)
}

/** `noteFields` for many cards. */
export function fieldWriter({
  context,
  separator,
  prefixes
}: AnkiOptions): (card: Card, guid: string) => NoteFields {
  const contextOf = contextWriter(separator)
  const sourceOf = ofLatest(([path = '']) => lineHtml(cleanLine(path)))
  return (card, guid) => {
    const question = fieldHtml(card.questionHtml, card.question)
    const answer = fieldHtml(card.answerHtml, card.answer)
    const isPrefixed = prefixes && card.kind === 'basic'
    return {
      Question: prefixed(isPrefixed ? 'Q: ' : '', question),
      Answer: prefixed(isPrefixed ? 'A: ' : '', answer),
      Context: context ? contextOf(card) : '',
      Source: linked(card.sourceUrl, sourceOf([card.path])),
      Extra: '',
      ID: guid
    }
  }
}

function linked(url: string | undefined, words: string): string {
  return url === undefined ? words : sourceHtml(url, words)
}
