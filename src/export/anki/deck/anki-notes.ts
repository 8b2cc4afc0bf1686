import type { Card } from '../../../document/model.ts'
import { pace } from '../../shared/pace.ts'
import type { ExportContext, ExportInput } from '../../contract.ts'
import { refuseNone } from '../../shared/refuse-none.ts'
import { cardSides, type CardSides } from './card-sides.ts'
import { CodeColours } from './code-colours.ts'
import { deckName } from './deck-name.ts'
import { DeckNames } from './deck-names.ts'
import { foreignTags } from '../ledger/foreign-card.ts'
import type { ForeignNote, ForeignType } from '../ledger/foreign-note.ts'
import { identifier, identifyCards } from '../ledger/identify-cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { LedgerWriter, type Outgoing, type WrittenNote } from '../ledger/write-ledger.ts'
import { Drawings } from '../../shared/drawings.ts'
import { DeckDiagrams, type PicturePlace } from '../media/deck-diagrams.ts'
import { DeckMedia } from '../media/deck-media.ts'
import { ofLatest } from './latest-list.ts'
import type { AnkiOptions } from '../options.ts'
import { tagNames } from './tag-names.ts'

/** A card on its way into Anki. */
export interface AnkiNote {
  /** Its code is coloured, its media are named as in the deck. */
  card: Card
  guid: string
  /** Seconds since 1970 at which Anki's copy last became another. */
  mod: number
  deck: string
  tags: string[]
  /** Of a note that came from Anki: what it holds there, and its note type. */
  foreign?: { note: ForeignNote; type: ForeignType }
}

/** A project's notes, in document order, with what goes along with them. */
export interface Deck {
  notes: AnkiNote[]
  media: DeckMedia
  diagrams: Drawings
  decks: DeckNames
  ledger: Ledger
}

/** In which form notes go out, and where the pictures of their diagrams go. */
export type NotesForm = Outgoing & { pictures: PicturePlace }

/** So many notes are made at a time: few enough to stay at hand from step to step. */
const BATCH = 250
/** So many batches are made between two looks at the world. */
const PACE = 20

/** Makes the notes of a project. Throws `ExportError` where there is none. */
export async function ankiDeck(
  input: ExportInput,
  context: NoteContext,
  outgoing: NotesForm
): Promise<Deck> {
  const notes: AnkiNote[] = []
  const rest = await makeNotes(input, context, outgoing, (made) => {
    for (const one of made) notes.push(one)
  })
  return { notes, ...rest }
}

type NoteContext = Omit<ExportContext, 'seed'>

/** `ankiDeck` for large decks: `take` gets the notes some at a time, and none is kept. */
export async function makeNotes(
  input: ExportInput,
  context: NoteContext,
  { pictures, ...outgoing }: NotesForm,
  take: (notes: AnkiNote[]) => void
): Promise<Omit<Deck, 'notes'>> {
  const { cards } = input.compilation
  refuseNone(cards.length)
  const identify = identifier(cards, input.ledger, input.takenGuids)
  const diagrams = new Drawings(input, context)
  const media = new DeckMedia(input.media, new DeckDiagrams(diagrams, pictures))
  const colours = new CodeColours()
  const deck = deckName(input.settings?.deck ?? '')
  const ledger = new LedgerWriter(input.ledger, media, context.now, { ...outgoing, deck })
  const decks = new DeckNames(input)
  const noteOf = noteMaker(decks, input.ledger?.types)
  for (let from = 0; from < cards.length; from += BATCH) {
    if (from % (BATCH * PACE) === 0) await pace(context, from, cards.length)
    const batch = cards.slice(from, from + BATCH)
    const drawn = new Set(batch.filter(isDrawn))
    for (const [at, card] of batch.entries()) {
      if (drawn.has(card) && (await media.read(card))) await pace(context, from + at, cards.length)
    }
    if (drawn.size > 0) await colours.fetchFor([...drawn])
    const draw = (card: Card) => (drawn.has(card) ? colours.colour(media.place(card)) : card)
    take(
      batch.map((card, at) => {
        const identified = identify(card, from + at)
        const drawn = draw(card)
        return noteOf(drawn, identified.guid, ledger.add(identified, drawn))
      })
    )
  }
  return { media, diagrams, decks, ledger: ledger.finish() }
}

/** Most cards hold neither media nor a block of code: what draws these need not look at them. */
function isDrawn({ questionHtml, answerHtml }: Card): boolean {
  return drawnElements.test(answerHtml) || drawnElements.test(questionHtml)
}

const drawnElements = /<(?:img|audio|video|pre)\b/

/** A note with its two sides written. */
export type SidedNote = AnkiNote & CardSides

/**
 * Notes for a look at them, or for a file without media: those stay paths. `cards` are those of
 * the compilation, or its first ones. Throws as `ankiDeck`.
 */
export function ankiNotes(
  input: ExportInput,
  options: AnkiOptions,
  guids = cardIdentities(input),
  cards = input.compilation.cards
): SidedNote[] {
  refuseNone(cards.length)
  const noteOf = noteMaker(new DeckNames(input))
  return cards.map((card, at) => ({
    ...noteOf(card, guids[at] ?? '', { mod: 0 }),
    ...cardSides(card, options)
  }))
}

/** The lasting guid of each card, in their order. */
export function cardIdentities({ compilation, ledger, takenGuids }: ExportInput): string[] {
  return identifyCards(compilation.cards, ledger, takenGuids).map(({ guid }) => guid)
}

function noteMaker(
  decks: DeckNames,
  types: ForeignType[] = []
): (card: Card, guid: string, written: WrittenNote) => AnkiNote {
  const typeOf = new Map(types.map((type) => [type.key, type]))
  const deckOf = ofLatest(([deck = '']) => decks.nameOf(deck))
  const tagsOf = ofLatest(tagNames)
  return (card, guid, { mod, note }) => {
    const made = { card, guid, mod, deck: deckOf([card.deck]) }
    const type = note && typeOf.get(note.type)
    if (!type) return { ...made, tags: tagsOf(card.tags) }
    return { ...made, tags: foreignTags(card, note), foreign: { note, type } }
  }
}
