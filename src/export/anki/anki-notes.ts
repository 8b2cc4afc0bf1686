import type { Card } from '../../document/model.ts'
import { ExportError, type ExportContext, type ExportInput } from '../exporter.ts'
import { cardSides, type CardSides } from './card-sides.ts'
import { coloursFor, withColours } from './code-colours.ts'
import { deckName, isNumeric, rootDeck } from './deck-name.ts'
import { identifyCards, type IdentifiedCard } from './ledger/identify-cards.ts'
import type { Ledger } from './ledger/ledger.ts'
import { writeLedger, type Outgoing } from './ledger/write-ledger.ts'
import { readDeckMedia, type DeckMedia } from './media/deck-media.ts'
import { ofLatest } from './latest-list.ts'
import type { AnkiOptions } from './options.ts'
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
}

/** A project's notes, in document order, with what goes along with them. */
export interface Deck {
  notes: AnkiNote[]
  media: DeckMedia
  ledger: Ledger
}

/** Makes the notes of a project. Throws `ExportError` where there is none. */
export async function ankiDeck(
  input: ExportInput,
  { now }: Pick<ExportContext, 'now'>,
  outgoing: Outgoing
): Promise<Deck> {
  const { compilation, ledger: before, takenGuids, media: bytes } = input
  const cards = identifyCards(compilation.cards, before, takenGuids)
  refuseNone(cards.length)
  const drawn = compilation.cards.filter(holdsElements)
  const media = await readDeckMedia(drawn, bytes)
  const ledger = writeLedger(cards, before, media, now, outgoing)
  const mods = ledger.entries.map(({ mod }) => Math.max(mod, ledger.style?.mod ?? 0))
  const colours = await coloursFor(drawn)
  const draw = (card: Card) => withColours(media.place(card), colours)
  return { notes: notesOf(input, cards, mods, draw), media, ledger }
}

/** Most cards are plain text: what draws pictures and code need not look at them. */
function holdsElements({ questionHtml, answerHtml }: Card): boolean {
  return answerHtml.includes('<') || questionHtml.includes('<')
}

/** A note with its two sides written. */
export type SidedNote = AnkiNote & CardSides

/** Notes for a look at them, or for a file without media: those stay paths. Throws as `ankiDeck`. */
export function ankiNotes(
  input: ExportInput,
  options: AnkiOptions,
  guids = cardIdentities(input),
  count = guids.length
): SidedNote[] {
  const { cards } = input.compilation
  refuseNone(cards.length)
  const identified = cards.slice(0, count).map((card, at) => ({ card, guid: guids[at] ?? '' }))
  return notesOf(input, identified, []).map((note) => ({
    ...note,
    ...cardSides(note.card, options)
  }))
}

/** The lasting guid of each card, in their order. */
export function cardIdentities({ compilation, ledger, takenGuids }: ExportInput): string[] {
  return identifyCards(compilation.cards, ledger, takenGuids).map(({ guid }) => guid)
}

function refuseNone(cards: number): void {
  if (cards > 0) return
  throw new ExportError(
    'There is no card to export. Put [/Q]…[Q/] around a question and [/A]…[A/] around its answer.'
  )
}

function notesOf(
  { settings }: ExportInput,
  cards: Pick<IdentifiedCard, 'card' | 'guid'>[],
  mods: number[],
  draw = (card: Card) => card
): AnkiNote[] {
  const root = rootDeck(settings?.deck)
  const deckOf = ofLatest(([deck = '']) => deckName(deck, root))
  const tagsOf = ofLatest(tagNames)
  return cards.map(({ card, guid }, at) => ({
    card: draw(card),
    guid,
    mod: mods[at] ?? 0,
    deck: deckOf([card.deck]),
    tags: tagsOf(card.tags)
  }))
}

/** Says where a deck's name had to change so that Anki takes it: nothing changes in silence. */
export function deckNotes({ compilation, settings }: ExportInput): string[] {
  const names = new Set(compilation.cards.map(({ deck }) => deck))
  const root = rootDeck(settings?.deck)
  return [...names]
    .filter((name) => isNumeric(name.trim()))
    .map(
      (name) =>
        `Anki takes a bare number for the id of a deck, so the cards go to “${deckName(name, root)}”.`
    )
}
