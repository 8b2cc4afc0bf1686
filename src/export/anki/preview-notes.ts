import type { ExportInput, ExportPreview, ExportSample } from '../exporter.ts'
import { itemsPerChapter } from '../items-per-chapter.ts'
import { ankiNotes, cardIdentities, type SidedNote } from './anki-notes.ts'
import { CodeColours } from './code-colours.ts'
import { deckNames } from './deck-names.ts'
import type { AnkiOptions } from './options.ts'

/** Records that a preview shows: enough to see the form, few enough to read. */
const SHOWN = 3

/** What a file of notes will hold, its first records written by `samples`, with paths for media. */
export async function previewNotes(
  input: ExportInput,
  options: AnkiOptions,
  samples: (notes: SidedNote[]) => ExportSample[]
): Promise<ExportPreview> {
  const { compilation } = input
  const { cards } = compilation
  const shown = cards.slice(0, SHOWN)
  const colours = new CodeColours()
  await colours.fetchFor(shown)
  const coloured = shown.map((card) => colours.colour(card))
  const notes = ankiNotes(input, options, cardIdentities(input), coloured)
  const decks = deckNames(input)
  return {
    counts: [
      { count: cards.length, one: 'card' },
      { count: decks.names.length, one: 'deck' }
    ],
    samples: samples(notes),
    warnings: decks.notes(),
    plots: [
      { kind: 'bars', title: 'Cards of each chapter', rows: itemsPerChapter(compilation, ['card']) }
    ]
  }
}

/** The first lines of a file that is text. */
export function fileBegin(text: string): ExportSample[] {
  return [{ title: 'The beginning of the file', text }]
}
