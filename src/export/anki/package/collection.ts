import type { Database, Statement } from 'sql.js'
import type { Card } from '../../../document/model.ts'
import type { AnkiNote } from '../deck/anki-notes.ts'
import { fieldWriter } from '../deck/note-fields.ts'
import { cardOrdinals, fieldNames, noteTypeFor } from '../deck/note-type.ts'
import type { PackageOptions } from '../options.ts'
import { foreignOrdinals } from '../ledger/foreign-card.ts'
import { decksJson, modelsJson, type PackageModel } from './collection-json.ts'
import { PackageDecks } from './package-decks.ts'
import { RowWriter } from './row-writer.ts'
import { insertCards, insertCollection, insertNotes, noteRow, schema } from './schema.ts'
import { fieldChecksum, sortField } from './sort-field.ts'
import { sqlSource } from './sql-wasm.ts'

/** Anki parts the fields of a note by this. */
const FIELD_END = '\x1f'
/** From so many notes on, SQLite gets large pages. */
const MANY = 5000
/** About what a note and its card take beside the texts of the card, in bytes. */
const ROW = 400

const encoder = new TextEncoder()

/** Writes `collection.anki2`: notes with their cards, in their order. */
export class CollectionWriter {
  readonly #database: Database
  readonly #rows: RowWriter
  readonly #options: PackageOptions
  readonly #types = new Set<PackageModel>()
  readonly #fieldsOf: ReturnType<typeof fieldWriter>
  readonly #decks = new PackageDecks()
  readonly #now: number
  /** Of the first note and its first card. Anki reads an id as the time of creation: none is in the future. */
  readonly #firstId: number
  #added = 0

  /** `count` of Anki's cards. */
  private constructor(database: Database, count: number, options: PackageOptions, now: Date) {
    this.#database = database
    this.#options = options
    // All pages are kept until the end.
    database.exec(
      'PRAGMA cache_size = -100000; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN'
    )
    this.#rows = new RowWriter(database, insertNotes, noteRow)
    this.#fieldsOf = fieldWriter(options)
    this.#now = now.getTime()
    this.#firstId = this.#now - count
  }

  /** Begins a collection of the notes of these cards; to be closed, whatever happens. */
  static async open(cards: Card[], options: PackageOptions, now: Date): Promise<CollectionWriter> {
    const { default: initSqlJs } = await import('sql.js')
    const { Database } = await initSqlJs(sqlSource())
    const empty = new Database()
    if (cards.length > MANY) empty.exec('PRAGMA page_size = 32768')
    empty.exec(schema)
    const tables = empty.export()
    empty.close()
    // sql.js copies a file that outgrows its room, time and again: it gets the room beforehand.
    const roomy = new Uint8Array(tables.length + roomFor(cards))
    roomy.set(tables)
    const ordinals = (card: Card) => cardOrdinals(noteTypeFor(options, card.kind), card)
    const count = cards.reduce((sum, card) => sum + ordinals(card).length, 0)
    return new CollectionWriter(new Database(roomy), count, options, now)
  }

  add(notes: AnkiNote[]): void {
    for (const note of notes) {
      const { card, guid, mod, deck, tags } = note
      const { model, id, fields, sortedBy, ordinals, path } =
        this.#ownOf(note) ?? this.#oursOf(card, guid)
      this.#types.add(model)
      const first = encoder.encode(sortField(fields[0] ?? ''))
      const sorted = sortedBy === 0 ? first : encoder.encode(sortField(fields[sortedBy] ?? ''))
      this.#rows.add(
        this.#firstId + this.#added++,
        guid,
        id,
        mod,
        tags.length > 0 ? ` ${tags.join(' ')} ` : '',
        encoder.encode(fields.join(FIELD_END)),
        sorted,
        fieldChecksum(first)
      )
      this.#decks.add(deck, path, ordinals)
    }
  }

  #oursOf(card: Card, guid: string) {
    const type = noteTypeFor(this.#options, card.kind)
    const fields = this.#fieldsOf(card, guid)
    return {
      model: type,
      id: type.id,
      fields: fieldNames.map((name) => fields[name]),
      sortedBy: 0,
      ordinals: cardOrdinals(type, card),
      path: card.path
    }
  }

  /** A note that came from Anki goes back in the note type that it has there; its deck is not ours to describe. */
  #ownOf({ card, foreign }: AnkiNote) {
    if (!foreign?.type.model) return undefined
    const { note, type } = foreign
    return {
      model: type,
      id: foreign.type.model.id,
      fields: note.fields,
      sortedBy: foreign.type.model.sortf ?? 0,
      ordinals: foreignOrdinals(note, card),
      path: undefined
    }
  }

  /** The bytes of the collection, of the project of that name; nothing can be added any more. */
  finish(project: string): Uint8Array {
    this.#rows.flush()
    const decks = this.#decks.described(project)
    this.#addCards(new Map(decks.map(({ name, id }) => [name, id])))
    this.#database.run(insertCollection, [
      Math.floor(this.#now / 1000),
      this.#now,
      this.#now,
      modelsJson([...this.#types]),
      decksJson(decks)
    ])
    this.#database.exec('COMMIT')
    return withoutRoom(this.#database.export())
  }

  close(): void {
    this.#rows.free()
    this.#database.close()
  }

  #addCards(deckIds: Map<string, number>): void {
    const statements = new Map<string, Statement>()
    let note = this.#firstId
    let card = this.#firstId
    try {
      for (const { deck, notes, ordinals } of this.#decks.runs) {
        const sql = insertCards(ordinals)
        const statement = statements.get(sql) ?? this.#database.prepare(sql)
        statements.set(sql, statement)
        statement.run([this.#firstId, deckIds.get(deck) ?? 1, note, note + notes - 1, card])
        note += notes
        card += notes * ordinals.length
      }
    } finally {
      for (const statement of statements.values()) statement.free()
    }
  }
}

function roomFor(cards: Card[]): number {
  let bytes = 0
  // A question stands in its row twice, the second time to sort by.
  for (const { questionHtml, answerHtml } of cards) {
    bytes += ROW + 2 * questionHtml.length + answerHtml.length
  }
  return bytes
}

/** As many pages as the header of the file names, and nothing of the room behind them. */
function withoutRoom(file: Uint8Array): Uint8Array {
  const header = new DataView(file.buffer, file.byteOffset)
  return file.subarray(0, header.getUint16(16) * header.getUint32(28))
}
