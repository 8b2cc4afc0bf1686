import type { Database } from 'sql.js'
import { sqlSource } from '../../laegna.ts'
import { say } from '../../say/say.ts'
import { ImportRefusal } from '../importer.ts'
import { damaged } from './open-package.ts'
import type { Query } from './query.ts'
import type { DeckNote, DeckType } from './read-deck.ts'
import { jsonDecks, jsonTypes } from './types-as-json.ts'
import { tableDecks, tableTypes } from './types-in-tables.ts'

/** Of the tables of a collection; Anki has it since 2.1.50. */
const newestVersion = 18

/** Between the fields of a note. */
const FIELD_END = '\x1f'

/**
 * Anki sorts names in a way of its own, without which SQLite opens no table that says so. Nothing is
 * sorted by it here.
 */
const withoutCollation = `
  PRAGMA writable_schema = ON;
  UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', '') WHERE sql LIKE '%unicase%';
  PRAGMA writable_schema = RESET;`

/** The notes of a collection, in the order in which they were made. Throws `ImportRefusal` where it cannot be read. */
export async function readCollection(path: string, bytes: Uint8Array): Promise<DeckNote[]> {
  const { default: initSqlJs } = await import('sql.js')
  const { Database } = await initSqlJs(sqlSource())
  let database: Database | undefined
  try {
    database = new Database(bytes)
    database.exec(withoutCollation)
    const query = querier(database)
    const tables = tablesOf(query)
    refuseNewer(path, versionOf(query, tables))
    return readNotes(query, tables)
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    // SQLite says so of whatever is wrong with a database, and valibot of what is in it.
    throw new ImportRefusal(damaged(path), { cause: error })
  } finally {
    database?.close()
  }
}

/** Throws for a collection in a form that no Anki had when this was written: it may mean something else. */
function refuseNewer(path: string, version: number): void {
  if (!(version > newestVersion)) return
  throw new ImportRefusal(
    say(
      '{path} is from a newer Anki than this page knows (version {version} of its collections). Export the deck again with “Support older Anki versions”, or as Notes in Plain Text.',
      { path, version: String(version) }
    )
  )
}

/** The version of the tables, as a collection says it; 0 where it says none. */
function versionOf(query: Query, tables: ReadonlySet<string>): number {
  if (!tables.has('col')) return 0
  const [row] = query('SELECT ver FROM col')
  return Number(row?.[0])
}

function readNotes(query: Query, tables: ReadonlySet<string>): DeckNote[] {
  const isNew = tables.has('notetypes')
  const needed = isNew ? ['decks', 'fields', 'templates'] : ['col']
  for (const name of ['notes', 'cards', ...needed]) {
    if (!tables.has(name)) throw new Error(`The table ${name} is missing.`)
  }
  const types = isNew ? tableTypes(query) : jsonTypes(query)
  const decks = isNew ? tableDecks(query) : jsonDecks(query)
  const cards = cardsOf(query, decks)
  const notes: DeckNote[] = []
  for (const [id, guid, mid, mod, tags, fields] of query(
    'SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id'
  )) {
    const type = types.get(String(mid))
    if (!type) continue
    const { deck = '', ordinals = [] } = cards.get(Number(id)) ?? {}
    notes.push({
      guid: String(guid),
      type,
      mod: secondsOf(Number(mod)),
      tags: String(tags)
        .split(/[ \u3000]+/)
        .filter((tag) => tag !== ''),
      fields: fieldsOf(String(fields), type),
      deck,
      cards: ordinals
    })
  }
  return notes
}

function querier(database: Database): Query {
  return function* (sql) {
    const statement = database.prepare(sql)
    try {
      while (statement.step()) yield statement.get()
    } finally {
      statement.free()
    }
  }
}

/** Names of the tables; a view of that name may never end. */
function tablesOf(query: Query): Set<string> {
  const rows = [...query("SELECT name FROM sqlite_master WHERE type = 'table'")]
  return new Set(rows.map(([name]) => String(name)))
}

function fieldsOf(text: string, type: DeckType): string[] {
  const fields = text.split(FIELD_END)
  return type.fields.map((_, at) => fields[at] ?? '')
}

/** The deck of each note, where its first card is, and the numbers of its cards. */
function cardsOf(
  query: Query,
  decks: ReadonlyMap<string, string>
): Map<number, { deck: string; ordinals: number[] }> {
  const cards = new Map<number, { deck: string; ordinals: number[] }>()
  // In a filtered deck a card is only for a while: it says where its home is.
  const sql =
    'SELECT nid, ord, CASE WHEN odid > 0 THEN odid ELSE did END FROM cards ORDER BY nid, ord'
  for (const [nid, ord, did] of query(sql)) {
    if (!isCardNumber(Number(ord))) continue
    const known = cards.get(Number(nid))
    if (known) known.ordinals.push(Number(ord))
    else {
      cards.set(Number(nid), { deck: decks.get(String(did)) ?? '', ordinals: [Number(ord)] })
    }
  }
  return cards
}

/** Whether Anki can number a card so within its note. */
function isCardNumber(ord: number): boolean {
  return Number.isInteger(ord) && ord >= 0 && ord <= 0xffff
}

/** A time as a ledger keeps it; 0 for what is none. */
function secondsOf(mod: number): number {
  return mod > 0 && mod < 2 ** 40 ? Math.floor(mod) : 0
}
