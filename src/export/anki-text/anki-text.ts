import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ankiDefaults, ankiFields, type AnkiOptions } from '../anki/options.ts'
import { ankiDeck, deckNotes, type SidedNote } from '../anki/anki-notes.ts'
import { htmlSides } from '../anki/card-sides.ts'
import { formWarnings } from '../anki/ledger/form-warnings.ts'
import { mediaNotes } from '../anki/media/media-notes.ts'
import { fileBegin, previewNotes } from '../anki/preview-notes.ts'
import { cleanLine } from '../clean-text.ts'
import type { Exporter } from '../exporter.ts'

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
    const sided = notes.map((note) => ({ ...note, ...htmlSides(note.card, all) }))
    const bytes = utf8ToBytes(ankiTextText(sided, all.noteType))
    context.progress?.(1, 1)
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

/** What a row holds. */
type TextNote = Pick<SidedNote, 'deck' | 'frontHtml' | 'backHtml' | 'tags' | 'guid'>

/**
 * The text of `anki_cards.txt`: header lines, then a row a note with every cell quoted (A2).
 * No `#columns` line, which breaks on translated collections.
 */
export function ankiTextText(notes: TextNote[], noteType: string): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#if matches:update current',
    `#notetype:${noteTypeName(noteType)}`,
    '#deck column:1',
    '#tags column:4',
    '#guid column:5'
  ]
  return [...header, ...parentsFirst(notes).map(row)].join('\n') + '\n'
}

function noteTypeName(wish: string): string {
  return cleanLine(wish) || ankiTextDefaults.noteType
}

/** A deck met before its parent makes Anki add a second parent, `Parent+`. */
function parentsFirst(notes: TextNote[]): TextNote[] {
  const depths = new Map(notes.map(({ deck }) => [deck, deck.split('::').length]))
  return notes.toSorted((a, b) => (depths.get(a.deck) ?? 0) - (depths.get(b.deck) ?? 0))
}

function row(note: TextNote): string {
  const cells = [note.deck, note.frontHtml, note.backHtml, note.tags.join(' '), note.guid]
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')
}
