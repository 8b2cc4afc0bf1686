import { utf8ToBytes } from '@noble/hashes/utils.js'
import JSZip from 'jszip'
import initSqlJs, { type Database } from 'sql.js'

/** A note type of a deck that tests make. */
export interface MadeType {
  id: number
  name: string
  cloze?: boolean
  fields: string[]
  front: string
  back: string
}

export interface MadeNote {
  guid: string
  type: MadeType
  fields: string[]
  deck?: string
  tags?: string
  mod?: number
}

export interface MadeDeck {
  notes: MadeNote[]
  /** Bytes of media by their names. */
  media?: Record<string, Uint8Array>
}

export const basic: MadeType = {
  id: 1_600_000_000_001,
  name: 'Basic',
  fields: ['Front', 'Back'],
  front: '{{Front}}',
  back: '{{FrontSide}}<hr id=answer>{{Back}}'
}

export const cloze: MadeType = {
  id: 1_600_000_000_002,
  name: 'Cloze',
  cloze: true,
  fields: ['Text', 'Back Extra'],
  front: '{{cloze:Text}}',
  back: '{{cloze:Text}}<br>{{Back Extra}}'
}

const tables = `
  CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer,
    tags text, flds text, sfld integer, csum integer, flags integer, data text);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, odid integer);`

/** A package as Anki wrote it for years, and as other programs still do; `change` is run on its collection. */
export async function legacyPackage(
  deck: MadeDeck,
  name = 'collection.anki2',
  change = ''
): Promise<Uint8Array> {
  const database = await opened()
  const types = new Set(deck.notes.map(({ type }) => type))
  const decks = decksOf(deck)
  database.exec(`${tables} CREATE TABLE col (ver integer, models text, decks text)`)
  const models = Object.fromEntries([...types].map((type) => [type.id, modelOf(type)]))
  const named = Object.fromEntries(decks.map((name, at) => [at + 1, { id: at + 1, name }]))
  database.run('INSERT INTO col VALUES (11, ?, ?)', [JSON.stringify(models), JSON.stringify(named)])
  addNotes(database, deck, decks)
  database.exec(change)
  const media = Object.entries(deck.media ?? {})
  const names = Object.fromEntries(media.map(([name], at) => [String(at), name]))
  return zipOf({
    [name]: database.export(),
    media: utf8ToBytes(JSON.stringify(names)),
    ...Object.fromEntries(media.map(([, bytes], at) => [String(at), bytes]))
  })
}

/** A zip of such files. */
export function zipOf(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [path, bytes] of Object.entries(files)) zip.file(path, bytes)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A package as Anki writes it now. */
export async function newPackage(deck: MadeDeck): Promise<Uint8Array> {
  const database = await opened()
  const types = [...new Set(deck.notes.map(({ type }) => type))]
  const decks = decksOf(deck)
  database.exec(`${tables}
    CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE nocase, config blob);
    CREATE TABLE fields (ntid integer, ord integer, name text COLLATE nocase, config blob,
      PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE templates (ntid integer, ord integer, name text COLLATE nocase, config blob,
      PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE decks (id integer PRIMARY KEY, name text COLLATE nocase)`)
  for (const { id, name, cloze, fields, front, back } of types) {
    const config = new Uint8Array([...(cloze ? [8, 1] : []), ...text(3, '.card {}')])
    database.run('INSERT INTO notetypes VALUES (?, ?, ?)', [id, name, config])
    for (const [ord, field] of fields.entries()) {
      database.run('INSERT INTO fields VALUES (?, ?, ?, ?)', [id, ord, field, text(3, 'Arial')])
    }
    const template = new Uint8Array([...text(1, front), ...text(2, back)])
    database.run('INSERT INTO templates VALUES (?, 0, ?, ?)', [id, 'Card 1', template])
  }
  for (const [at, name] of decks.entries()) {
    database.run('INSERT INTO decks VALUES (?, ?)', [at + 1, name.replaceAll('::', '\x1f')])
  }
  addNotes(database, deck, decks)
  // Anki's own way of sorting names, which SQLite does not know.
  database.exec(`PRAGMA writable_schema = ON;
    UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')`)
  const media = Object.entries(deck.media ?? {})
  const entries = media.flatMap(([name]) => [...bytes(1, text(1, name))])
  return zipOf({
    meta: new Uint8Array([8, 3]),
    'collection.anki21b': pressed(database.export()),
    'collection.anki2': await decoy(),
    media: pressed(new Uint8Array(entries)),
    ...Object.fromEntries(media.map(([, bytes], at) => [String(at), pressed(bytes)]))
  })
}

/** What Anki puts beside a new collection: one note that asks for a newer Anki. */
async function decoy(): Promise<Uint8Array> {
  const database = await opened()
  database.exec(`${tables} CREATE TABLE col (ver integer, models text, decks text)`)
  return database.export()
}

async function opened(): Promise<Database> {
  const { Database } = await initSqlJs()
  return new Database()
}

function decksOf({ notes }: MadeDeck): string[] {
  return ['Default', ...new Set(notes.map(({ deck = 'Default' }) => deck))]
}

function modelOf({ id, name, cloze = false, fields, front, back }: MadeType): object {
  return {
    id,
    name,
    type: cloze ? 1 : 0,
    flds: fields.map((name, ord) => ({ name, ord })),
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: front, afmt: back }],
    css: ''
  }
}

function addNotes(database: Database, { notes }: MadeDeck, decks: string[]): void {
  database.exec('BEGIN')
  const note = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, '', 0, 0, '')")
  const card = database.prepare('INSERT INTO cards VALUES (?, ?, ?, 0, 0)')
  for (const [
    at,
    { guid, type, fields, deck = 'Default', tags = '', mod = 1000 }
  ] of notes.entries()) {
    note.run([at + 1, guid, type.id, mod, tags, fields.join('\x1f')])
    card.run([at + 1, at + 1, decks.lastIndexOf(deck) + 1])
  }
  note.free()
  card.free()
  database.exec('COMMIT')
}

/** Bytes as a field of a protobuf message. */
export function bytes(field: number, content: Uint8Array): Uint8Array {
  const length: number[] = []
  for (let rest = content.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return new Uint8Array([field * 8 + 2, ...length, ...content])
}

function text(field: number, content: string): Uint8Array {
  return bytes(field, utf8ToBytes(content))
}

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd]
const MOST_BLOCK = 1 << 17

/** Bytes as Zstandard that presses nothing. */
export function pressed(content: Uint8Array): Uint8Array {
  const parts = [new Uint8Array([...MAGIC, 0, 0x38])]
  for (let at = 0; at === 0 || at < content.length; at += MOST_BLOCK) {
    const part = content.subarray(at, at + MOST_BLOCK)
    const isLast = at + MOST_BLOCK >= content.length
    const header = part.length * 8 + (isLast ? 1 : 0)
    parts.push(
      new Uint8Array([header & 255, (header >> 8) & 255, header >> 16]),
      new Uint8Array(part)
    )
  }
  return joined(parts)
}

/** Zstandard of a few bytes that unpacks to so many blocks of 128 KiB. */
export function bomb(blocks: number): Uint8Array {
  const block = (isLast: boolean) => {
    const header = MOST_BLOCK * 8 + 2 + (isLast ? 1 : 0)
    return new Uint8Array([header & 255, (header >> 8) & 255, header >> 16, 0])
  }
  const all = Array.from({ length: blocks }, (_, at) => block(at === blocks - 1))
  return joined([new Uint8Array([...MAGIC, 0, 0x38]), ...all])
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
