import { stringify } from 'yaml'
import type { SourceFile } from '../../document/model.ts'
import { isSayable, tidyDeck } from '../../laegna.ts'
import { cardText } from './card-text.ts'
import { deckStem, Places } from './deck-paths.ts'
import type { NoteCard } from './note-card.ts'

/** Cards of one file: more of them are slow to write in. */
const MOST_CARDS = 5000
/** Cards of one chapter: a reader finds its way, and a text is read chapter by chapter. */
const PER_CHAPTER = 100

/** A card, and whether an edit of it can go back into its note. */
export interface WrittenCard extends NoteCard {
  isSame: boolean
}

/** The files of decks, and where each card stands in them. */
export interface WrittenDecks {
  files: SourceFile[]
  placed: { path: string; line: number; card: WrittenCard }[]
  decks: number
  /** Tags of cards that their file does not say. */
  unsaid: Set<string>
}

/** Writes a file for each deck; `base` is the deck of cards that are in none. */
export function writeDecks(cards: WrittenCard[], base: string): WrittenDecks {
  const byDeck = new Map<string, WrittenCard[]>()
  for (const card of cards) {
    const deck = tidyDeck(card.note.deck) || tidyDeck(base) || 'Deck'
    const known = byDeck.get(deck)
    if (known) known.push(card)
    else byDeck.set(deck, [card])
  }
  const written: WrittenDecks = { files: [], placed: [], decks: byDeck.size, unsaid: new Set() }
  const places = new Places()
  for (const [deck, all] of [...byDeck].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (let from = 0; from < all.length; from += MOST_CARDS) {
      const path = places.free(deckStem(deck), '.md')
      writeFile(path, deck, all.slice(from, from + MOST_CARDS), written)
    }
  }
  return written
}

function writeFile(path: string, deck: string, cards: WrittenCard[], written: WrittenDecks): void {
  const tags = commonTags(cards)
  const header = stringify({ deck, ...(tags.length > 0 && { tags }) }, { lineWidth: 0 })
  const parts: string[] = []
  let line = 1
  const add = (part: string): void => {
    parts.push(part)
    line += part.split('\n').length + 1
  }
  add(`---\n${header}---`)
  const title = (deck.split('::').at(-1) ?? deck).trim()
  add(`# ${title.replace(/[\\`*_{}[\]<>#|~&$=%^!]/g, '\\$&')}`)
  for (const [at, card] of cards.entries()) {
    if (at % PER_CHAPTER === 0 && cards.length > PER_CHAPTER) {
      add(`## ${String(at + 1)}–${String(Math.min(at + PER_CHAPTER, cards.length))}`)
    }
    written.placed.push({ path, line, card })
    add(cardText(card))
    for (const tag of card.note.tags) if (!tags.includes(tag)) written.unsaid.add(tag)
  }
  written.files.push({ path, text: `${parts.join('\n\n')}\n` })
}

/** Tags that all of some cards have, and that a header can say. */
function commonTags([first, ...others]: WrittenCard[]): string[] {
  let common = (first?.note.tags ?? []).filter(isSayable)
  for (const { note } of others) {
    if (common.length === 0) break
    const own = new Set(note.tags)
    common = common.filter((tag) => own.has(tag))
  }
  return [...new Set(common)]
}
