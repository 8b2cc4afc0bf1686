import type { ForeignType } from '../../laegna.ts'

/** A note type of somebody's notes. */
export interface DeckType {
  /** By which a ledger names it. */
  key: string
  name: string
  /** `occlusion`: pictures with covered parts, which are no text. */
  kind: 'basic' | 'cloze' | 'occlusion'
  /** Names of the fields, in their order. */
  fields: string[]
  /** The first template; absent where only the order of the fields is known. */
  template?: { front: string; back: string }
  /** As a collection of schema 11 has it; absent where a file does not say it. */
  model?: NonNullable<ForeignType['model']>
}

/** A note of somebody's deck, as it stands there. */
export interface DeckNote {
  guid: string
  type: DeckType
  /** Seconds since 1970 of its last change; 0 where the file does not say it. */
  mod: number
  tags: string[]
  /** HTML, in the order of the type's fields. */
  fields: string[]
  /** With its parents, `::` between levels. */
  deck: string
  /** Numbers of its cards, from 0. */
  cards: number[]
}

/** What a file of Anki holds. */
export interface ReadDeck {
  /** In which form its notes take changes. */
  form: 'package' | 'text'
  notes: DeckNote[]
  /** Names of its media. */
  mediaNames: ReadonlySet<string>
  /** Bytes of some media by their names in the deck; a name that is not there gives none. */
  readMedia: (names: ReadonlySet<string>) => Promise<Map<string, Uint8Array<ArrayBuffer>>>
}
