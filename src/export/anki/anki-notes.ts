import type { Card } from '../../document/model.ts'
import { ExportError, type ExportInput } from '../exporter.ts'
import { cardGuids } from './card-guids.ts'
import { type CardSides, cardSides } from './card-sides.ts'
import { deckName, isNumeric, rootDeck } from './deck-name.ts'
import type { AnkiOptions } from './options.ts'
import { tagNames } from './tag-names.ts'

/** A card on its way into Anki. */
export interface AnkiNote extends CardSides {
  card: Card
  guid: string
  deck: string
  tags: string[]
}

/** The project's cards as notes, in document order. Throws `ExportError` where there is none. */
export function ankiNotes(
  input: ExportInput,
  options: AnkiOptions,
  guids = cardGuids(input.compilation.cards)
): AnkiNote[] {
  const { cards } = input.compilation
  if (cards.length === 0) {
    throw new ExportError(
      'There is no card to export. Put [/Q]…[Q/] around a question and [/A]…[A/] around its answer.'
    )
  }
  const root = rootDeck(input.settings?.deck)
  return cards.map((card, index) => ({
    card,
    guid: guids[index] ?? '',
    deck: deckName(card.deck, root),
    tags: tagNames(card.tags),
    ...cardSides(card, options)
  }))
}

/** Says where a deck's name had to change so that Anki takes it: nothing changes in silence. */
export function deckNotes(notes: AnkiNote[]): string[] {
  const numeric = new Set<string>()
  for (const { card, deck } of notes) if (isNumeric(card.deck.trim())) numeric.add(deck)
  return [...numeric].map(
    (deck) => `Anki takes a bare number for the id of a deck, so the cards go to “${deck}”.`
  )
}
