import type { Database } from 'sql.js'
import type { Card } from '../../document/model.ts'
import type { AnkiNote } from '../anki/anki-notes.ts'
import { fieldWriter } from '../anki/note-fields.ts'
import { fieldNames, noteTypeFor, type NoteType } from '../anki/note-type.ts'
import type { PackageOptions } from '../anki/options.ts'
import { decksJson, modelsJson } from './collection-json.ts'
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
  readonly #type: NoteType
  readonly #fieldsOf: ReturnType<typeof fieldWriter>
  readonly #decks = new PackageDecks()
  readonly #now: number
  /** Of the first note and its first card. Anki reads an id as the time of creation: none is in the future. */
  readonly #firstId: number
  #added = 0

  private constructor(database: Database, count: number, options: PackageOptions, now: Date) {
    this.#database = database
    // All pages are kept until the end.
    database.exec(
      'PRAGMA cache_size = -100000; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN'
    )
    this.#rows = new RowWriter(database, insertNotes, noteRow)
    this.#type = noteTypeFor(options)
    this.#fieldsOf = fieldWriter(options)
    this.#now = now.getTime()
    this.#firstId = this.#now - count * this.#type.templates.length
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
    return new CollectionWriter(new Database(roomy), cards.length, options, now)
  }

  add(notes: AnkiNote[]): void {
    for (const { card, guid, mod, deck, tags } of notes) {
      const fields = this.#fieldsOf(card, guid)
      const sorted = encoder.encode(sortField(fields.Question))
      this.#rows.add(
        this.#firstId + this.#added++,
        guid,
        this.#type.id,
        mod,
        tags.length > 0 ? ` ${tags.join(' ')} ` : '',
        encoder.encode(fieldNames.map((name) => fields[name]).join(FIELD_END)),
        sorted,
        fieldChecksum(sorted)
      )
      this.#decks.add(deck, card.path)
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
      modelsJson(this.#type),
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
    const statement = this.#database.prepare(insertCards(this.#type.templates.length))
    let from = this.#firstId
    try {
      for (const { deck, notes } of this.#decks.runs) {
        statement.run([this.#firstId, deckIds.get(deck) ?? 1, from, from + notes - 1])
        from += notes
      }
    } finally {
      statement.free()
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
