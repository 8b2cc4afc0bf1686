import type { Said } from '../../../say/say.ts'
import type { ExportContext, ExportInput } from '../../contract.ts'
import { ankiDeck } from './anki-notes.ts'
import { deckWarnings } from '../ledger/deck-warnings.ts'
import { formWarnings } from '../ledger/form-warnings.ts'
import { optionsBefore } from '../ledger/options-before.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { mediaNotes } from '../media/media-notes.ts'
import { noteFields } from './note-fields.ts'
import { bothWays, cloze, fieldNames, noteTypeFor, oneWay, type NoteType } from './note-type.ts'
import type { PackageOptions } from '../options.ts'
import { packageOptions } from '../package-options.ts'
import { warned } from '../../shared/told.ts'

/** A note type as Anki is to have it. */
export interface SentType {
  name: string
  fields: readonly string[]
  css: string
  isCloze: boolean
  templates: { name: string; front: string; back: string }[]
}

/** A note on its way to Anki; its field `ID` says which one of Anki's it is. */
export interface SentNote {
  /** Name of the note type. */
  type: string
  /** For a new note; one that Anki has stays where its owner put it. */
  deck: string
  fields: Record<string, string>
  tags: string[]
}

/** All that Anki is to have of a project. */
export interface Delivery {
  types: SentType[]
  /** Names of all note types that notes from here may have: they keep the one they came with. */
  typeNames: string[]
  notes: SentNote[]
  /** Files by the names that the fields use; a name says what is in it and never changes its content. */
  media: { name: string; bytes: Uint8Array }[]
  /** What to know before, each a sentence. */
  warnings: string[]
  /** The warnings, as templates and what stands in their places, for pages in other languages. */
  said: Said[]
  /** As in `ExportPreview`. */
  before: object
}

/** The field by which a note is found again. */
export const idField = 'ID'

/**
 * The project's cards in our note type, and the ledger to keep once Anki has them. Throws
 * `ExportError` where there is no card.
 */
export async function ankiDelivery(
  input: ExportInput,
  wishes: Partial<PackageOptions>,
  context: Omit<ExportContext, 'seed'>
): Promise<{ delivery: Delivery; ledger: Ledger }> {
  const options = packageOptions(wishes, input.ledger)
  const deck = await ankiDeck(input, context, { form: 'connect', pictures: 'files' })
  // Anki's add-on tells nothing of guids: a note that came from Anki would be there twice.
  const found = deck.notes.filter(({ foreign }) => !foreign)
  const notes = found.map(({ card, guid, deck, tags }) => {
    const fields: Record<string, string> = noteFields(card, guid, options)
    return { type: noteTypeFor(options, card.kind).name, deck, fields, tags }
  })
  const kinds = new Set(found.map(({ card }) => card.kind))
  const types = [...kinds].map((kind) => sentType(noteTypeFor(options, kind)))
  const warnings = warned([
    ...formWarnings(input.ledger, 'connect'),
    ...deckWarnings(input),
    ...deck.decks.notes(),
    ...mediaNotes(deck.media, 'inside'),
    ...deck.diagrams.notes()
  ])
  const typeNames = [oneWay.name, bothWays.name, cloze.name]
  const { files: media } = deck.media
  const before = optionsBefore(input.ledger)
  return { delivery: { types, typeNames, notes, media, ...warnings, before }, ledger: deck.ledger }
}

function sentType({ name, css, isCloze, templates }: NoteType): SentType {
  const sides = templates.map(({ name, front, back }) => ({ name, front, back }))
  return { name, fields: fieldNames, css, isCloze, templates: sides }
}
