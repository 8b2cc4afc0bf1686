import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { ankiDefaults, ankiFields, type AnkiOptions } from '../anki/options.ts'
import { ankiDeck, deckNotes, type AnkiNote } from '../anki/anki-notes.ts'
import { sideWriter } from '../anki/card-sides.ts'
import { formWarnings } from '../anki/ledger/form-warnings.ts'
import { mediaNotes } from '../anki/media/media-notes.ts'
import { fileBegin, previewNotes } from '../anki/preview-notes.ts'
import { cleanLine } from '../clean-text.ts'
import type { ExportContext, Exporter } from '../exporter.ts'
import { pace } from '../pace.ts'
import { headerLines, noteLine, parentsFirst, type TextNote } from './text-rows.ts'

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
    const all = { ...ankiTextDefaults, ...options }
    const preview = previewNotes(input, all, (notes) =>
      fileBegin(ankiTextText(notes, all.noteType))
    )
    const type = noteTypeName(all.noteType)
    const trap = `Your Anki needs a note type named “${type}”; where it has none, Anki takes the one used last.`
    return {
      ...preview,
      warnings: [trap, ...formWarnings(input.ledger, 'text'), ...preview.warnings]
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = { ...ankiTextDefaults, ...options }
    const { notes, media, ledger } = await ankiDeck(input, context, { form: 'text' })
    const bytes = await writeLines(notes, all, context)
    return {
      files: [{ name: 'anki_cards.txt', mime: 'text/plain', bytes }],
      notes: [
        ...formWarnings(input.ledger, 'text'),
        ...deckNotes(input),
        ...mediaNotes(media, 'beside')
      ],
      ledger
    }
  }
}

/** So many notes are written between two looks at the world. */
const STEP = 5000

async function writeLines(
  notes: AnkiNote[],
  options: AnkiTextOptions,
  context: ExportContext
): Promise<Uint8Array> {
  const sides = sideWriter(options)
  const parts = [utf8ToBytes(headerLines(noteTypeName(options.noteType)))]
  const ordered = parentsFirst(notes)
  for (let from = 0; from < ordered.length; from += STEP) {
    await pace(context, from, ordered.length)
    const lines = ordered.slice(from, from + STEP).map(({ card, guid, deck, tags }) => {
      const { frontHtml, backHtml } = sides(card)
      return noteLine({ deck, frontHtml, backHtml, tags, guid })
    })
    parts.push(utf8ToBytes(lines.join('')))
  }
  context.progress?.(ordered.length, ordered.length)
  return concatBytes(...parts)
}

/** The text of `anki_cards.txt`: header lines, then a row a note (A2). */
export function ankiTextText(notes: TextNote[], noteType: string): string {
  return headerLines(noteTypeName(noteType)) + parentsFirst(notes).map(noteLine).join('')
}

function noteTypeName(wish: string): string {
  return cleanLine(wish) || ankiTextDefaults.noteType
}
