import type { ExportInput, ExportPreview } from '../exporter.ts'
import { itemsPerChapter } from '../items-per-chapter.ts'
import { ankiNotes, cardIdentities, deckNotes, type SidedNote } from './anki-notes.ts'
import type { AnkiOptions } from './options.ts'

/** Records that a preview shows: enough to see the form, few enough to read. */
const SHOWN = 3

/** What a file of notes will hold, its first records drawn by `sample`. */
export function previewNotes(
  input: ExportInput,
  options: AnkiOptions,
  sample: (notes: SidedNote[]) => string
): ExportPreview {
  const { compilation } = input
  const { cards } = compilation
  const notes = ankiNotes(input, options, cardIdentities(input), SHOWN)
  const decks = new Set(cards.map(({ deck }) => deck))
  return {
    counts: [
      { count: cards.length, one: 'card' },
      { count: decks.size, one: 'deck' }
    ],
    samples: [{ title: 'The beginning of the file', text: sample(notes) }],
    warnings: deckNotes(input),
    plots: [
      { kind: 'bars', title: 'Cards of each chapter', rows: itemsPerChapter(compilation, ['card']) }
    ]
  }
}
