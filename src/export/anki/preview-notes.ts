import type { ExportInput, ExportPreview } from '../exporter.ts'
import { itemsPerChapter } from '../items-per-chapter.ts'
import { type AnkiNote, ankiNotes, deckNotes } from './anki-notes.ts'
import { cardGuids } from './card-guids.ts'
import type { AnkiOptions } from './options.ts'

/** Records that a preview shows: enough to see the form, few enough to read. */
const SHOWN = 3

/** What a file of notes will hold, its first records drawn by `sample`. */
export function previewNotes(
  input: ExportInput,
  options: AnkiOptions,
  sample: (notes: AnkiNote[]) => string
): ExportPreview {
  const { compilation } = input
  const { cards } = compilation
  const first = { ...input, compilation: { ...compilation, cards: cards.slice(0, SHOWN) } }
  // The guids are counted over all cards: those of the first three alone could be others.
  const notes = ankiNotes(first, options, cardGuids(cards))
  const decks = new Set(cards.map(({ deck }) => deck))
  return {
    counts: [
      { count: cards.length, one: 'card' },
      { count: decks.size, one: 'deck' }
    ],
    samples: [{ title: 'The beginning of the file', text: sample(notes) }],
    warnings: deckNotes(notes),
    plots: [
      { kind: 'bars', title: 'Cards of each chapter', rows: itemsPerChapter(compilation, ['card']) }
    ]
  }
}
