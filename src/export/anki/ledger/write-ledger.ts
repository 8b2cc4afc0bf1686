import type { Card } from '../../../document/model.ts'
import type { DeckMedia } from '../media/deck-media.ts'
import { writeDigest } from '../media/media-digest.ts'
import { contentHasher, isSame } from './content-hash.ts'
import { cardAsNoted, noteAfter } from './foreign-card.ts'
import type { ForeignNote } from './foreign-note.ts'
import type { IdentifiedCard } from './identify-cards.ts'
import type { Ledger, LedgerEntry, LedgerForm } from './ledger.ts'

/** The form in which cards go out now, and how its fields are written; neither for other programs. */
export interface Outgoing {
  form?: LedgerForm
  style?: string
}

/** What a note is to be after an export. */
export interface WrittenNote {
  /** Seconds since 1970 at which Anki's copy last became another. */
  mod: number
  /** Of a note that came from Anki. */
  note?: ForeignNote
}

/** The project's deck, beside that. */
type OutgoingDeck = Outgoing & { deck: string }

/** Writes the ledger after an export, card by card in their order. */
export class LedgerWriter {
  readonly #before: Ledger | undefined
  readonly #media: DeckMedia
  readonly #seconds: number
  readonly #form: LedgerForm | undefined
  readonly #deck: string | undefined
  /** Of a card that was not in Anki before; as in an entry. */
  readonly #newForm: LedgerEntry['form']
  readonly #style: Ledger['style']
  /** The time of the style of which Anki has the notes. */
  readonly #styleBefore: number
  readonly #hashOf = contentHasher()
  readonly #entries: LedgerEntry[] = []

  constructor(before: Ledger | undefined, media: DeckMedia, now: Date, outgoing: OutgoingDeck) {
    this.#before = before
    this.#media = media
    this.#seconds = Math.floor(now.getTime() / 1000)
    this.#form = outgoing.form
    this.#deck = outgoing.form ? outgoing.deck : before?.deck
    const { form = 'none' } = outgoing
    if (form !== (before?.forms[0] ?? outgoing.form)) this.#newForm = form
    this.#styleBefore = before?.style?.mod ?? 0
    const key = outgoing.style ?? before?.style?.key
    if (key !== undefined) this.#style = styleAfter(before, key, this.#seconds)
  }

  /** Writes a card down, `drawn` as it goes out; says what its note is to be. */
  add(identified: IdentifiedCard, drawn: Card): WrittenNote {
    const { card, texts, guid, before } = identified
    const hash = this.#hashOf(cardAsNoted(card, before?.note), this.#media.isShownBy(card))
    const read = this.#media.digest(card)
    const asBefore = writeDigest(read, before?.media)
    const isChanged = !before || !isSame(before, card, texts, hash, asBefore)
    // What was not read goes out as its description, or as code: once it is back, Anki lacks it.
    const media = isChanged || this.#isNewToAnki(before) ? writeDigest(read) : asBefore
    const entry: LedgerEntry = {
      guid,
      fileId: texts.fileId,
      chapterId: texts.chapterId,
      chapterTree: texts.chapterTree,
      question: texts.question,
      answer: texts.answer,
      hash,
      mod: isChanged ? this.#newMod(before) : before.mod,
      present: true
    }
    if (texts.kind) entry.kind = texts.kind
    if (media) entry.media = media
    const form = before && before.form !== 'none' ? before.form : this.#newForm
    if (form) entry.form = form
    const note = noteAfter(identified, drawn, read.media)
    if (note) entry.note = note
    this.#entries.push(entry)
    // Our options say nothing of how such a note is written.
    if (note) return { mod: entry.mod, note }
    return { mod: Math.max(entry.mod, this.#style?.mod ?? 0) }
  }

  /** Whether Anki takes a card that did not change: by another style, or because it had none of it. */
  #isNewToAnki({ form }: LedgerEntry): boolean {
    return form === 'none' || (this.#style?.mod ?? 0) !== this.#styleBefore
  }

  /** Two exports in one second, or a clock that was set back: Anki takes only what is newer than its own. */
  #newMod(before: LedgerEntry | undefined): number {
    return before ? Math.max(this.#seconds, before.mod + 1, this.#styleBefore + 1) : this.#seconds
  }

  /** The ledger, the entries of the cards first. */
  finish(): Ledger {
    const forms = this.#before?.forms ?? []
    const form = this.#form
    const gone = this.#before ? goneSince(this.#before, this.#entries) : []
    return {
      version: 1,
      forms: form === undefined || forms.includes(form) ? forms : [...forms, form],
      ...(this.#style && { style: this.#style }),
      ...(this.#deck !== undefined && { deck: this.#deck }),
      ...(this.#before?.types && { types: this.#before.types }),
      entries: this.#entries.concat(gone)
    }
  }
}

function goneSince(before: Ledger, exported: LedgerEntry[]): LedgerEntry[] {
  const guids = new Set(exported.map(({ guid }) => guid))
  return before.entries
    .filter(({ guid }) => !guids.has(guid))
    .map((entry) => ({ ...entry, present: false }))
}

/** Fields written in another way are other fields for Anki, although no card changed. */
function styleAfter(
  before: Ledger | undefined,
  key: string,
  seconds: number
): NonNullable<Ledger['style']> {
  if (!before?.style) return { key, mod: 0 }
  if (before.style.key === key) return before.style
  const newest = before.entries.reduce((latest, { mod }) => Math.max(latest, mod), before.style.mod)
  return { key, mod: Math.max(seconds, newest + 1) }
}
