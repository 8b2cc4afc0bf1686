import { say, type Said } from '../../../say/say.ts'
import type { Card } from '../../../document/model.ts'
import { ankiDefaults, ankiFields, type AnkiOptions } from '../options.ts'
import { makeNotes } from '../deck/anki-notes.ts'
import { sideWriter } from '../deck/card-sides.ts'
import { deckNames } from '../deck/deck-names.ts'
import { deckWarnings } from '../ledger/deck-warnings.ts'
import { fitsText } from '../ledger/foreign-card.ts'
import type { ForeignNote } from '../ledger/foreign-note.ts'
import { formWarnings } from '../ledger/form-warnings.ts'
import { mediaNotes } from '../media/media-notes.ts'
import { fileBegin, previewNotes } from '../deck/preview-notes.ts'
import { cleanLine } from '../../../render/clean-text.ts'
import type { Exporter } from '../../contract.ts'
import { isPhone } from '../../shared/is-phone.ts'
import { readOptions } from '../../shared/read-options.ts'
import { ankiTextSchema } from './options-schema.ts'
import { deepDeckNotes } from './deep-decks.ts'
import { TextRows, type TextNote, type TypeNames } from './text-rows.ts'
import { noted, warned } from '../../shared/told.ts'

export interface AnkiTextOptions extends AnkiOptions {
  /**
   * The note type that the cards get, by the name it has in the person's Anki (stock names are
   * translated). Where none has it, Anki takes the one used last.
   */
  noteType: string
  /** The same for sentences with gaps. */
  clozeType: string
}

export const ankiTextDefaults: AnkiTextOptions = {
  ...ankiDefaults,
  noteType: 'Basic',
  clozeType: 'Cloze'
}

/** `anki_cards.txt`, for Anki → File → Import (A2). */
export const ankiText: Exporter<AnkiTextOptions> = {
  id: 'anki-text',
  group: 'anki',
  label: say('Text file'),
  download: say('Download text file'),
  writing: say('Writing the text file'),
  description: say('For Anki → File → Import; importing again updates the cards.'),
  extension: 'txt',
  ofCards: true,
  tracksCards: 'words',
  wantsMedia: true,
  defaults: ankiTextDefaults,
  fields: [
    {
      key: 'noteType',
      control: 'text',
      label: say('Note type'),
      hint: say(
        'Its name in your Anki: Basic in English, Einfach in German, 基本 in Japanese. Where none has this name, Anki takes the one you used last.'
      )
    },
    {
      key: 'clozeType',
      control: 'text',
      label: say('Type for sentences with gaps'),
      hint: say(
        'Its name in your Anki: Cloze in English, Lückentext in German, 穴埋め in Japanese.'
      )
    },
    ...ankiFields
  ],
  async preview(input, options) {
    const all = readOptions(ankiTextSchema, options)
    const types = typeNames(all, input.compilation.cards)
    const preview = await previewNotes(input, all, (notes) => fileBegin(rowsText(notes, types)))
    return {
      ...preview,
      ...warned([
        needsTypes(types),
        ...formWarnings(input.ledger, 'text'),
        ...deckWarnings(input),
        ...deepDeckNotes(deckNames(input)),
        ...preview.said
      ])
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = readOptions(ankiTextSchema, options)
    const sidesOf = sideWriter(all)
    const types = typeNames(all, input.compilation.cards)
    const rows = new TextRows(types, (input.ledger?.types ?? []).length > 0)
    const outgoing = { form: 'text', pictures: 'fields' } as const
    const made = await makeNotes(input, context, outgoing, (notes) => {
      for (const { card, guid, deck, tags, foreign } of notes) {
        if (foreign && !fitsText(foreign)) continue
        const sides = foreign ? fieldSides(foreign.note) : sidesOf(card)
        rows.add({ card, deck, ...sides, tags, guid, type: foreign?.type.name })
      }
    })
    const { media, diagrams, decks, ledger } = made
    const bytes = rows.finish()
    const { length } = input.compilation.cards
    context.progress?.(length, length)
    return {
      files: [{ name: 'anki_cards.txt', mime: 'text/plain', bytes }],
      ...noted([
        ...formWarnings(input.ledger, 'text'),
        ...deepDeckNotes(decks),
        ...decks.notes(),
        ...mediaNotes(media, 'beside'),
        ...diagrams.notes()
      ]),
      ledger
    }
  },
  next: (file, place) => ({
    said: isPhone(place)
      ? say('Take {file} to a computer: Anki → File → Import. On a phone the package is simpler.', {
          file
        })
      : say('Choose {file} in Anki → File → Import, and press Import.', { file })
  })
}

/** Anki takes another note type in silence where it has none of a name. */
function needsTypes({ basic, cloze }: TypeNames): Said {
  const [one = '', other] = [basic, cloze].filter((name) => name !== undefined)
  return other === undefined
    ? say(
        'Your Anki needs a note type named “{one}”; where it has none, Anki takes the one used last.',
        { one }
      )
    : say(
        'Your Anki needs a note type named “{one}” and one named “{other}”; where it has none, Anki takes the one used last.',
        { one, other }
      )
}

/** A note that came from Anki has the fields that it has there, without our context above. */
function fieldSides({ fields: [frontHtml = '', backHtml = ''] }: ForeignNote) {
  return { frontHtml, backHtml }
}

/** The text of `anki_cards.txt`: header lines, then a row a note (A2). */
export function ankiTextText(notes: TextNote[], options: NoteTypeOptions): string {
  return rowsText(
    notes,
    typeNames(
      options,
      notes.map(({ card }) => card)
    )
  )
}

type NoteTypeOptions = Pick<AnkiTextOptions, 'noteType' | 'clozeType'>

/** The note types that some cards get; where all are of one kind, one. */
function typeNames(options: NoteTypeOptions, cards: readonly Pick<Card, 'kind'>[]): TypeNames {
  const holdsCloze = cards.some(({ kind }) => kind === 'cloze')
  const holdsBasic = !holdsCloze || cards.some(({ kind }) => kind === 'basic')
  return {
    ...(holdsBasic && { basic: cleanLine(options.noteType) || ankiTextDefaults.noteType }),
    ...(holdsCloze && { cloze: cleanLine(options.clozeType) || ankiTextDefaults.clozeType })
  }
}

function rowsText(notes: TextNote[], types: TypeNames): string {
  const rows = new TextRows(types)
  for (const note of notes) rows.add(note)
  return new TextDecoder().decode(rows.finish())
}
