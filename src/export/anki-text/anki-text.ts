import { ankiDefaults, ankiFields, type AnkiOptions } from '../anki/options.ts'
import { makeNotes } from '../anki/anki-notes.ts'
import { sideWriter } from '../anki/card-sides.ts'
import { deckNames } from '../anki/deck-names.ts'
import { deckWarnings } from '../anki/ledger/deck-warnings.ts'
import { formWarnings } from '../anki/ledger/form-warnings.ts'
import { mediaNotes } from '../anki/media/media-notes.ts'
import { fileBegin, previewNotes } from '../anki/preview-notes.ts'
import { cleanLine } from '../../render/clean-text.ts'
import type { Exporter } from '../exporter.ts'
import { readOptions } from '../read-options.ts'
import { ankiTextSchema } from './options-schema.ts'
import { deepDeckNotes } from './deep-decks.ts'
import { TextRows, type TextNote } from './text-rows.ts'

export interface AnkiTextOptions extends AnkiOptions {
  /**
   * The note type that the cards get, by the name it has in the person's Anki (stock names are
   * translated). Where none has it, Anki takes the one used last.
   */
  noteType: string
}

export const ankiTextDefaults: AnkiTextOptions = { ...ankiDefaults, noteType: 'Basic' }

/** `anki_cards.txt`, for Anki → File → Import (A2). */
export const ankiText: Exporter<AnkiTextOptions> = {
  id: 'anki-text',
  group: 'anki',
  label: 'Text file',
  noun: 'text file',
  description: 'For Anki → File → Import; importing again updates the cards.',
  extension: 'txt',
  defaults: ankiTextDefaults,
  fields: [
    {
      key: 'noteType',
      control: 'text',
      label: 'Note type',
      hint: 'Its name in your Anki: Basic in English, Einfach in German, 基本 in Japanese. Where none has this name, Anki takes the one you used last.'
    },
    ...ankiFields
  ],
  async preview(input, options) {
    const all = readOptions(ankiTextSchema, options)
    const preview = await previewNotes(input, all, (notes) =>
      fileBegin(ankiTextText(notes, all.noteType))
    )
    const type = noteTypeName(all.noteType)
    const trap = `Your Anki needs a note type named “${type}”; where it has none, Anki takes the one used last.`
    return {
      ...preview,
      warnings: [
        trap,
        ...formWarnings(input.ledger, 'text'),
        ...deckWarnings(input),
        ...deepDeckNotes(deckNames(input)),
        ...preview.warnings
      ]
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = readOptions(ankiTextSchema, options)
    const sidesOf = sideWriter(all)
    const rows = new TextRows(noteTypeName(all.noteType))
    const { media, decks, ledger } = await makeNotes(input, context, { form: 'text' }, (notes) => {
      for (const { card, guid, deck, tags } of notes) {
        const { frontHtml, backHtml } = sidesOf(card)
        rows.add({ deck, frontHtml, backHtml, tags, guid })
      }
    })
    const bytes = rows.finish()
    const { length } = input.compilation.cards
    context.progress?.(length, length)
    return {
      files: [{ name: 'anki_cards.txt', mime: 'text/plain', bytes }],
      notes: [
        ...formWarnings(input.ledger, 'text'),
        ...deepDeckNotes(decks),
        ...decks.notes(),
        ...mediaNotes(media, 'beside')
      ],
      ledger
    }
  }
}

/** The text of `anki_cards.txt`: header lines, then a row a note (A2). */
export function ankiTextText(notes: TextNote[], noteType: string): string {
  const rows = new TextRows(noteTypeName(noteType))
  for (const note of notes) rows.add(note)
  return new TextDecoder().decode(rows.finish())
}

function noteTypeName(wish: string): string {
  return cleanLine(wish) || ankiTextDefaults.noteType
}
