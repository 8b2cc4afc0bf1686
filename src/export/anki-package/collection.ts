import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Database } from 'sql.js'
import type { AnkiNote } from '../anki/anki-notes.ts'
import { fieldWriter } from '../anki/note-fields.ts'
import { fieldNames, noteTypeFor } from '../anki/note-type.ts'
import type { PackageOptions } from '../anki/options.ts'
import type { ExportContext } from '../exporter.ts'
import { pace } from '../pace.ts'
import { decksJson, modelsJson } from './collection-json.ts'
import { packageDecks } from './package-decks.ts'
import { RowWriter } from './row-writer.ts'
import { insertCards, insertCollection, insertNotes, noteRow, schema } from './schema.ts'
import { fieldChecksum, sortField } from './sort-field.ts'
import { sqlSource } from './sql-wasm.ts'

/** Anki parts the fields of a note by this. */
const FIELD_END = '\x1f'
/** So many notes are written between two looks at the world. */
const STEP = 2500
/** From so many notes on, SQLite gets large pages and keeps them until the end. */
const MANY = 5000

/** The bytes of `collection.anki2`: the notes with their cards, in their order. */
export async function writeCollection(
  notes: AnkiNote[],
  project: string,
  options: PackageOptions,
  context: ExportContext
): Promise<Uint8Array> {
  const { default: initSqlJs } = await import('sql.js')
  const { Database } = await initSqlJs(sqlSource())
  const database = new Database()
  try {
    if (notes.length > MANY) database.exec('PRAGMA page_size = 32768; PRAGMA cache_size = -100000')
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${schema} BEGIN`)
    await writeNotes(database, notes, project, options, context)
    database.exec('COMMIT')
    return database.export()
  } finally {
    database.close()
  }
}

async function writeNotes(
  database: Database,
  notes: AnkiNote[],
  project: string,
  options: PackageOptions,
  context: ExportContext
): Promise<void> {
  const type = noteTypeFor(options)
  const decks = packageDecks(notes, project)
  const now = context.now.getTime()
  const seconds = Math.floor(now / 1000)
  database.run(insertCollection, [
    seconds,
    now,
    now,
    modelsJson(type),
    decksJson([...decks.values()])
  ])
  const rows = new RowWriter(database, insertNotes, noteRow)
  const fieldsOf = fieldWriter(options)
  // Anki reads an id as the time of creation: none is in the future.
  const firstId = now - notes.length * type.templates.length
  try {
    for (const [at, { card, guid, mod, tags }] of notes.entries()) {
      if (at % STEP === 0) await pace(context, at, notes.length)
      const fields = fieldsOf(card, guid)
      const content = utf8ToBytes(fieldNames.map((name) => fields[name]).join(FIELD_END))
      const sorted = sortedBytes(fields.Question, content)
      rows.add(
        firstId + at,
        guid,
        type.id,
        mod,
        tags.length > 0 ? ` ${tags.join(' ')} ` : '',
        content,
        sorted,
        fieldChecksum(sorted)
      )
    }
    rows.flush()
  } finally {
    rows.free()
  }
  const addCards = database.prepare(insertCards(type.templates.length))
  try {
    for (const { deck, from, to } of runsOf(notes)) {
      const did = decks.get(deck)?.id ?? 1
      addCards.run([firstId, did, firstId + from, firstId + to])
    }
  } finally {
    addCards.free()
  }
}

/** The sort field of a note, whose first field is most often just that already. */
function sortedBytes(first: string, content: Uint8Array): Uint8Array {
  const sorted = sortField(first)
  return sorted === first
    ? content.subarray(0, content.indexOf(FIELD_END.charCodeAt(0)))
    : utf8ToBytes(sorted)
}

/** Notes that follow each other in one deck, by their places, both included. */
function runsOf(notes: AnkiNote[]): { deck: string; from: number; to: number }[] {
  const runs: { deck: string; from: number; to: number }[] = []
  for (const [at, { deck }] of notes.entries()) {
    const last = runs.at(-1)
    if (last?.deck === deck) last.to = at
    else runs.push({ deck, from: at, to: at })
  }
  return runs
}
