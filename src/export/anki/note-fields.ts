import type { Card } from '../../document/model.ts'
import { cleanLine } from '../clean-text.ts'
import { contextTitles, fieldHtml, prefixed, textHtml } from './field-html.ts'
import type { NoteFields } from './note-type.ts'
import type { AnkiOptions } from './options.ts'

/** A card in the fields of our note types; media still by their paths in the project. */
export function noteFields(
  card: Card,
  guid: string,
  { context, separator, prefixes }: AnkiOptions
): NoteFields {
  const question = fieldHtml(card.questionHtml, card.question)
  const answer = fieldHtml(card.answerHtml, card.answer)
  return {
    Question: prefixes ? prefixed('Q: ', question) : question,
    Answer: prefixes ? prefixed('A: ', answer) : answer,
    Context: context ? textHtml(contextTitles(card, separator)) : '',
    Source: textHtml(cleanLine(card.path)),
    Extra: '',
    ID: guid
  }
}
