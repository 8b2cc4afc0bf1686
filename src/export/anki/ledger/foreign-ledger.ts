import type { Card } from '../../../document/model.ts'
import { diagramName } from '../media/diagram-names.ts'
import { mediaDigest, writeDigest } from '../media/media-digest.ts'
import { tagNames } from '../deck/tag-names.ts'
import { contentHasher } from './content-hash.ts'
import { cardAsNoted } from './foreign-card.ts'
import type { ForeignNote, ForeignType } from './foreign-note.ts'
import { identifyCards } from './identify-cards.ts'
import type { Ledger, LedgerEntry, LedgerForm } from './ledger.ts'

/** A card that was made of a note of Anki, and that note. */
export interface ForeignSource {
  card: Card
  guid: string
  /** Seconds since 1970 of the note's last change in Anki. */
  mod: number
  note: ForeignNote
}

/**
 * The ledger of cards that were made of notes of Anki: the next export updates those very notes, and
 * only where a card changed since. The notes' `tags` are all they have: those that their cards say are taken out.
 * `mediaNames` are the names of media in decks by their paths, as `deckMediaName` gives them.
 */
export function foreignLedger(
  sources: ForeignSource[],
  types: ForeignType[],
  form: LedgerForm,
  mediaNames: ReadonlyMap<string, string>
): Ledger {
  const hashOf = contentHasher()
  const cards = sources.map(({ card }) => card)
  const entries = identifyCards(cards, undefined).map(({ card, texts }, at): LedgerEntry => {
    const { guid = '', mod = 0, note } = sources[at] ?? {}
    const own = note && { ...note, tags: note.tags.filter(unsaidBy(card)) }
    const media = writeDigest(mediaDigest(card, mediaNames, diagramName))
    return {
      guid,
      ...texts,
      hash: hashOf(cardAsNoted(card, own)),
      ...(media && { media }),
      mod,
      present: true,
      form,
      ...(own && { note: own })
    }
  })
  return { version: 1, forms: [], types, entries }
}

function unsaidBy(card: Card): (tag: string) => boolean {
  const said = new Set(cardAsNoted(card, noTags).tags)
  return (tag) => !said.has(tag)
}

const noTags: ForeignNote = { type: '', fields: [], question: 0, answer: 0, tags: [], cards: [] }

/** Whether a text can say a tag of Anki, so that an export gives it back letter by letter; some are Anki’s own. */
export function isSayable(tag: string): boolean {
  if (/^(?:marked|leech)$/i.test(tag)) return false
  return tagNames([tag])[0] === tag && !/[#,;[\]{}"']/.test(tag)
}
