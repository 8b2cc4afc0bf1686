import initSqlJs, { type SqlValue } from 'sql.js'
import { bytes, pressed } from '../../import/deck/build-deck.ts'
import type { Entrance, Parts } from './entrance.ts'
import { judgeImport } from './judge-import.ts'
import { bytesOf, zipped } from './pack.ts'

const { Database } = await initSqlJs()

const models = {
  '1600000000001': {
    id: 1600000000001,
    name: 'Basic',
    type: 0,
    sortf: 0,
    flds: [
      { name: 'Front', ord: 0 },
      { name: 'Back', ord: 1 }
    ],
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{FrontSide}}<hr>{{Back}}' }],
    css: ''
  },
  '1600000000002': {
    id: 1600000000002,
    name: 'Cloze',
    type: 1,
    flds: [
      { name: 'Text', ord: 0 },
      { name: 'Back Extra', ord: 1 }
    ],
    tmpls: [{ name: 'Cloze', ord: 0, qfmt: '{{cloze:Text}}', afmt: '{{cloze:Text}}' }],
    css: ''
  }
}

/** Rows of both forms: the fields of a note part at \x1f. */
const rows = {
  notes: [
    [1, 'g', 1600000000001, 1000, ' t u ', 'q <b>x</b> [sound:a.mp3]\x1f<img src="p.png">a'],
    [2, 'h', 1600000000002, 1001, '', '{{c1::a}} and {{c2::b::hint}}\x1fmore']
  ],
  cards: [
    [1, 1, 1, 0, 0],
    [2, 2, 2, 0, 0],
    [3, 2, 2, 1, 0]
  ]
}

const tables = `
  CREATE TABLE notes (id integer PRIMARY KEY, guid, mid, mod, tags, flds);
  CREATE TABLE cards (id integer PRIMARY KEY, nid, did, ord, odid);`

const oldParts: Parts = {
  models: JSON.stringify(models),
  decks: JSON.stringify({ 1: { id: 1, name: 'Default' }, 2: { id: 2, name: 'A::B' } }),
  media: JSON.stringify({ 0: 'p.png', 1: 'a.mp3' }),
  notes: JSON.stringify(rows.notes),
  cards: JSON.stringify(rows.cards),
  0: 'picture',
  1: 'sound'
}

const text = (field: number, content: string): number[] => [...bytes(field, bytesOf(content))]

/** As Anki keeps them since 2.1.50: rows of tables, their settings as bytes. */
const newParts: Parts = {
  notetypes: JSON.stringify([
    [1600000000001, 'Basic', text(3, '.card {}')],
    [1600000000002, 'Cloze', [8, 1]]
  ]),
  fields: JSON.stringify([
    [1600000000001, 0, 'Front', text(3, 'Arial')],
    [1600000000001, 1, 'Back', []],
    [1600000000002, 0, 'Text', []],
    [1600000000002, 1, 'Back Extra', []]
  ]),
  templates: JSON.stringify([
    [1600000000001, 0, 'Card 1', [...text(1, '{{Front}}'), ...text(2, '{{Back}}')]],
    [1600000000002, 0, 'Cloze', [...text(1, '{{cloze:Text}}'), ...text(2, '{{cloze:Text}}')]]
  ]),
  decks: JSON.stringify([
    [1, 'Default'],
    [2, 'A\x1fB']
  ]),
  media: JSON.stringify([text(1, 'p.png'), text(1, 'a.mp3')]),
  notes: oldParts['notes'] ?? '',
  cards: oldParts['cards'] ?? '',
  0: 'picture',
  1: 'sound'
}

/** A deck in the form of older versions: note types and decks as JSON. */
function oldCollection(parts: Parts): Uint8Array {
  return collectionOf(`${tables} CREATE TABLE col (ver, models, decks)`, {
    col: [[parts['version'] ?? 11, parts['models'] ?? '', parts['decks'] ?? '']],
    notes: rowsOf(parts['notes']),
    cards: rowsOf(parts['cards'])
  })
}

/** A deck as Anki writes it now. */
function newCollection(parts: Parts): Uint8Array {
  return collectionOf(
    `${tables}
    CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE nocase, config blob);
    CREATE TABLE fields (ntid, ord, name text COLLATE nocase, config blob);
    CREATE TABLE templates (ntid, ord, name text COLLATE nocase, config blob);
    CREATE TABLE decks (id integer PRIMARY KEY, name text COLLATE nocase)`,
    Object.fromEntries(
      ['notetypes', 'fields', 'templates', 'decks', 'notes', 'cards'].map((name) => [
        name,
        rowsOf(parts[name])
      ])
    )
  )
}

function collectionOf(schema: string, rows: Record<string, unknown[][]>): Uint8Array {
  const database = new Database()
  try {
    database.exec(schema)
    for (const [table, list] of Object.entries(rows)) {
      for (const row of list) {
        const places = row.map(() => '?').join()
        try {
          database.run(`INSERT INTO ${table} VALUES (${places})`, row.map(sqlValue))
        } catch {
          // A row that no database of Anki can hold: the others are enough.
        }
      }
    }
    database.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')`)
    return database.export()
  } finally {
    database.close()
  }
}

function rowsOf(json = ''): unknown[][] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter(Array.isArray) : []
  } catch {
    return []
  }
}

/** Bytes of a list in which a number may be something else. */
function octets(list: unknown[]): Uint8Array {
  return new Uint8Array(list.map((one) => (typeof one === 'number' ? one : 0)))
}

function sqlValue(value: unknown): SqlValue {
  if (Array.isArray(value)) return octets(value)
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : (value as SqlValue)
}

function packOld(name: string) {
  return (parts: Parts) =>
    zipped({
      [name]: oldCollection(parts),
      ...(name !== 'collection.anki2' && { 'collection.anki2': oldCollection(oldParts) }),
      media: parts['media'] ?? '',
      0: parts[0] ?? '',
      1: parts[1] ?? ''
    })
}

function packNew(parts: Parts) {
  const media = rowsOf(parts['media']).flatMap((entry) => [...bytes(1, octets(entry))])
  return zipped({
    meta: new Uint8Array([8, 3]),
    'collection.anki21b': pressed(newCollection(parts)),
    'collection.anki2': oldCollection(oldParts),
    media: pressed(new Uint8Array(media)),
    0: pressed(bytesOf(parts[0] ?? '')),
    1: pressed(bytesOf(parts[1] ?? ''))
  })
}

/** Decks of Anki, in every form that it ever wrote. */
export const decks: Entrance[] = [
  { name: 'an old deck', parts: oldParts, pack: packOld('collection.anki2') },
  { name: 'a deck of some years ago', parts: oldParts, pack: packOld('collection.anki21') },
  { name: 'a deck', parts: newParts, pack: packNew }
].map((one) => ({ ...one, judge: (bytes) => judgeImport('a.apkg', bytes) }))

/** All decks that somebody has. */
export const collection: Entrance = {
  name: 'a collection',
  parts: newParts,
  pack: packNew,
  judge: (bytes) => judgeImport('a.colpkg', bytes)
}
