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
import { insertCard, insertCollection, insertNote, schema } from './schema.ts'
import { fieldChecksum, sortField } from './sort-field.ts'
import { sqlSource } from './sql-wasm.ts'

/** Anki parts the fields of a note by this. */
const FIELD_END = '\x1f'
/** So many notes are written between two looks at the world. */
const STEP = 1000

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
  const addNote = database.prepare(insertNote)
  const addCard = database.prepare(insertCard)
  const fieldsOf = fieldWriter(options)
  // Anki reads an id as the time of creation: none is in the future.
  const firstId = now - notes.length * type.templates.length
  try {
    for (const [at, { card, guid, mod, deck, tags }] of notes.entries()) {
      if (at % STEP === 0) await pace(context, at, notes.length)
      const fields = fieldsOf(card, guid)
      const sorted = sortField(fields.Question)
      const id = firstId + at
      const content = utf8ToBytes(fieldNames.map((name) => fields[name]).join(FIELD_END))
      const tagged = tags.length > 0 ? ` ${tags.join(' ')} ` : ''
      addNote.run([
        id,
        guid,
        type.id,
        mod,
        tagged,
        content,
        utf8ToBytes(sorted),
        fieldChecksum(sorted)
      ])
      const did = decks.get(deck)?.id ?? 1
      for (const ord of type.templates.keys()) {
        addCard.run([firstId + at * type.templates.length + ord, id, did, ord, mod, at + 1])
      }
    }
  } finally {
    addNote.free()
    addCard.free()
  }
}
