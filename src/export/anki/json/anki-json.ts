import { say } from '../../../say/say.ts'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ankiDefaults, ankiFields, type AnkiOptions } from '../options.ts'
import { ankiDeck, type SidedNote } from '../deck/anki-notes.ts'
import { ankiSchema } from '../options-schema.ts'
import { cardSides } from '../deck/card-sides.ts'
import { mediaNotes } from '../media/media-notes.ts'
import { fileBegin, previewNotes } from '../deck/preview-notes.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import type { Exporter } from '../../contract.ts'
import { readOptions } from '../../shared/read-options.ts'
import { noted } from '../../shared/told.ts'

/** `anki_cards.json`: the seed's format and more, for other programs (A1). */
export const ankiJson: Exporter<AnkiOptions> = {
  id: 'anki-json',
  group: 'anki',
  label: say('Cards as JSON'),
  download: say('Download JSON file'),
  writing: say('Writing the JSON file'),
  description: say('All cards with their context and place in the source, for other programs.'),
  extension: 'json',
  ofCards: true,
  tracksCards: 'identity',
  wantsMedia: true,
  defaults: ankiDefaults,
  fields: ankiFields,
  async preview(input, options) {
    return previewNotes(input, readOptions(ankiSchema, options), (notes) =>
      fileBegin(ankiJsonText(notes))
    )
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = readOptions(ankiSchema, options)
    const deck = await ankiDeck(input, context, { pictures: 'fields' })
    const { notes, media, diagrams, decks, ledger } = deck
    const sided = notes.map((note) => ({ ...note, ...cardSides(note.card, all) }))
    const bytes = utf8ToBytes(ankiJsonText(sided))
    context.progress?.(1, 1)
    return {
      files: [{ name: 'anki_cards.json', mime: 'application/json', bytes }],
      ...noted([...decks.notes(), ...mediaNotes(media, 'beside'), ...diagrams.notes()]),
      ledger
    }
  }
}

/** The text of `anki_cards.json`: one record a note, the seed's four keys first. */
export function ankiJsonText(notes: SidedNote[]): string {
  return JSON.stringify(notes.map(record), null, 2) + '\n'
}

function record(note: SidedNote): object {
  const { card } = note
  return {
    deck: note.deck,
    front: note.front,
    back: note.back,
    tags: note.tags,
    kind: card.kind,
    guid: note.guid,
    file_id: cleanLine(card.fileId),
    chapter_id: card.chapterId,
    chapter_tree: card.chapterTree.map(cleanLine),
    line: card.line,
    question: cleanText(card.question),
    answer: cleanText(card.answer),
    front_html: note.frontHtml,
    back_html: note.backHtml,
    ...(card.sourceUrl !== undefined && { source_url: card.sourceUrl })
  }
}
