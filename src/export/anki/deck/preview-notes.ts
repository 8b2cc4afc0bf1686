import { say, sayCount } from '../../../say/say.ts'
import type { Card } from '../../../document/model.ts'
import { defaultSettings } from '../../../document/settings.ts'
import { replaceDiagrams } from '../../shared/diagram-blocks.ts'
import type { ExportInput, ExportPreview, ExportSample } from '../../contract.ts'
import { itemsPerChapter } from '../../shared/items-per-chapter.ts'
import { ankiNotes, cardIdentities, type SidedNote } from './anki-notes.ts'
import { CodeColours } from './code-colours.ts'
import { deckNames } from './deck-names.ts'
import { pictureHtml } from '../media/deck-diagrams.ts'
import type { AnkiOptions } from '../options.ts'
import { warned } from '../../shared/told.ts'

/** Records that a preview shows: enough to see the form, few enough to read. */
const SHOWN = 3

/**
 * What a file of notes will hold, its first records written by `samples`: with paths for media, and only
 * the begin of the addresses that hold diagrams.
 */
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
  const drawn = drawsDiagrams(input) ? shown.map(withPictures) : shown
  const coloured = drawn.map((card) => colours.colour(card))
  const notes = ankiNotes(input, options, cardIdentities(input), coloured)
  const decks = deckNames(input)
  return {
    counts: [
      sayCount(cards.length, '{count} card', '{count} cards'),
      sayCount(decks.names.length, '{count} deck', '{count} decks')
    ],
    samples: samples(notes),
    ...warned(decks.notes()),
    plots: [
      {
        kind: 'bars',
        title: say('Cards of each chapter'),
        rows: itemsPerChapter(compilation, ['card'])
      }
    ]
  }
}

function drawsDiagrams({ drawsDiagrams = false, settings }: ExportInput): boolean {
  return drawsDiagrams && (settings?.noteSyntax ?? defaultSettings.noteSyntax)
}

function withPictures(card: Card): Card {
  const place = (html: string): string =>
    replaceDiagrams(html, (source) => pictureHtml(source, 'data:image/svg+xml;base64,…'))
  return { ...card, questionHtml: place(card.questionHtml), answerHtml: place(card.answerHtml) }
}

/** The first lines of a file that is text. */
export function fileBegin(text: string): ExportSample[] {
  return [{ title: say('The beginning of the file'), text }]
}
