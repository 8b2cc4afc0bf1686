import type { Card } from '../../../document/model.ts'
import type { DeckMedia } from '../media/deck-media.ts'
import { contentHasher, isSame } from './content-hash.ts'
import type { IdentifiedCard } from './identify-cards.ts'
import type { Ledger, LedgerEntry, LedgerForm } from './ledger.ts'

/** The form in which cards go out now, and how its fields are written; neither for other programs. */
export interface Outgoing {
  form?: LedgerForm
  style?: string
}

/** The ledger after an export, with the entries of the exported cards first, in their order. */
export function writeLedger(
  cards: IdentifiedCard[],
  before: Ledger | undefined,
  media: DeckMedia,
  now: Date,
  { form, style }: Outgoing
): Ledger {
  const seconds = Math.floor(now.getTime() / 1000)
  const hashOf = contentHasher()
  const entries = cards.map((card) => entryOf(card, media, seconds, hashOf))
  const gone = before ? goneSince(before, entries) : []
  const forms = before?.forms ?? []
  const key = style ?? before?.style?.key
  return {
    version: 1,
    forms: form === undefined || forms.includes(form) ? forms : [...forms, form],
    ...(key !== undefined && { style: { key, mod: styleMod(before, key, seconds) } }),
    entries: entries.concat(gone)
  }
}

function goneSince(before: Ledger, exported: LedgerEntry[]): LedgerEntry[] {
  const guids = new Set(exported.map(({ guid }) => guid))
  return before.entries
    .filter(({ guid }) => !guids.has(guid))
    .map((entry) => ({ ...entry, present: false }))
}

function entryOf(
  identified: IdentifiedCard,
  media: DeckMedia,
  seconds: number,
  hashOf: (card: Card) => string
): LedgerEntry {
  const { card, texts, guid, before } = identified
  const hash = hashOf(card)
  const names = media.digest(card)
  const known = names ?? before?.media
  const isChanged = !before || !isSame(before, card, texts, hash, known ?? '')
  const entry: LedgerEntry = {
    guid,
    fileId: texts.fileId,
    chapterId: texts.chapterId,
    chapterTree: texts.chapterTree,
    question: texts.question,
    answer: texts.answer,
    hash,
    // Two exports in one second, or a clock that was set back: Anki takes only what is newer.
    mod: isChanged ? Math.max(seconds, (before?.mod ?? -1) + 1) : before.mod,
    present: true
  }
  if (known) entry.media = known
  return entry
}

/** Fields written in another way are other fields for Anki, although no card changed. */
function styleMod(before: Ledger | undefined, key: string, seconds: number): number {
  if (!before?.style) return 0
  return before.style.key === key ? before.style.mod : Math.max(seconds, before.style.mod + 1)
}
