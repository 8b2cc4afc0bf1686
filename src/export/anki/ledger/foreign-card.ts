import type { Card } from '../../../document/model.ts'
import { defaultSettings } from '../../../document/settings.ts'
import { fieldHtml } from '../deck/field-html.ts'
import { mediaIn } from '../media/media-tags.ts'
import { tagNames } from '../deck/tag-names.ts'
import type { ForeignNote } from './foreign-note.ts'
import type { IdentifiedCard } from './identify-cards.ts'
import type { LedgerEntry } from './ledger.ts'

/**
 * A card as its note in Anki shows it, for `contentHasher`: one that came from there says nothing of
 * chapter and file, and has no tags that a project gives by itself.
 */
export function cardAsNoted(card: Card, note: ForeignNote | undefined): Card {
  if (!note) return card
  const { chapterTreeHtml: _, ...rest } = card
  return { ...rest, path: '', chapterTree: [], tags: foreignTags(card, note) }
}

/** All tags of such a note: those of the text, and its own that no text says. */
export function foreignTags({ tags }: Pick<Card, 'tags'>, note: ForeignNote): string[] {
  const said = tags.filter((tag) => !defaultSettings.tags.includes(tag))
  return [...new Set([...tagNames(said), ...note.tags])]
}

/**
 * What a note that came from Anki holds after an export: a side whose text and media did not change
 * stays as it was written there. `drawn` is the card with its media named as in the deck.
 */
export function noteAfter(
  { card, before, texts }: IdentifiedCard,
  drawn: Card,
  media: string | undefined
): ForeignNote | undefined {
  if (!before?.note) return undefined
  const { note } = before
  const fields = [...note.fields]
  const isRead = media !== undefined && !media.includes('?')
  const put = (at: number, side: 'question' | 'answer'): void => {
    // The one behind the last may be there in Anki; any other number is no field of this note.
    if (at < 0 || at > fields.length) return
    // Media under the names of the deck are found in any collection.
    const holdsMedia = isRead && mediaIn(card[`${side}Html`]).length > 0
    if (holdsMedia || before[side] !== texts[side]) {
      fields[at] = fieldHtml(drawn[`${side}Html`], drawn[side])
    }
  }
  put(note.question, 'question')
  put(note.answer, 'answer')
  return { ...note, fields }
}

/** Numbers of the cards that Anki makes of such a note: one at least, though its deck came without any. */
export function foreignOrdinals(note: ForeignNote, { gaps }: Card): number[] {
  if (gaps && gaps.length > 0) return gaps.map(({ number }) => number - 1)
  return note.cards.length > 0 ? [...new Set(note.cards)] : [0]
}

/** Whether a text file can bring such a note up to date: its columns fill the first two fields. */
export function fitsText({ note }: Pick<LedgerEntry, 'note'>): boolean {
  return note?.question === 0 && note.answer === 1
}
