import type { SqlValue } from 'sql.js'
import * as v from 'valibot'
import { numberIn, readMessage, textIn, type Message } from './protobuf.ts'
import type { Query } from './query.ts'
import type { DeckType } from './read-deck.ts'
import { modelSchema, typeOf } from './types-as-json.ts'

/** Note types of a collection of schema 15 and up, by their ids, read into the form of the older ones. */
export function tableTypes(query: Query): Map<string, DeckType> {
  const fields = rowsByType(query, 'SELECT ntid, ord, name, config FROM fields ORDER BY ntid, ord')
  const templates = rowsByType(
    query,
    'SELECT ntid, ord, name, config FROM templates ORDER BY ntid, ord'
  )
  const types = new Map<string, DeckType>()
  for (const [id, name, bytes] of query('SELECT id, name, config FROM notetypes')) {
    const key = String(id)
    const config = messageOf(bytes)
    const model = v.safeParse(modelSchema, {
      id: Number(id),
      name: String(name),
      type: numberIn(config, 1),
      sortf: numberIn(config, 2),
      originalStockKind: numberIn(config, 9),
      mod: 0,
      usn: -1,
      did: null,
      css: textIn(config, 3),
      latexPre: textIn(config, 5),
      latexPost: textIn(config, 6),
      latexsvg: numberIn(config, 7) === 1,
      req: [],
      tags: [],
      vers: [],
      flds: (fields.get(key) ?? []).map(fieldOf),
      tmpls: (templates.get(key) ?? []).map(templateOf)
    })
    // One without a template makes no card.
    if (model.success) types.set(key, typeOf(model.output))
  }
  return types
}

interface Row {
  ord: number
  name: string
  config: Message
}

function rowsByType(query: Query, sql: string): Map<string, Row[]> {
  const rows = new Map<string, Row[]>()
  for (const [type, ord, name, bytes] of query(sql)) {
    const row = { ord: Number(ord), name: String(name), config: messageOf(bytes) }
    const known = rows.get(String(type))
    if (known) known.push(row)
    else rows.set(String(type), [row])
  }
  return rows
}

function messageOf(bytes: SqlValue | undefined): Message {
  return readMessage(bytes instanceof Uint8Array ? bytes : new Uint8Array())
}

function fieldOf({ ord, name, config }: Row): object {
  return {
    name,
    ord,
    sticky: numberIn(config, 1) === 1,
    rtl: numberIn(config, 2) === 1,
    font: textIn(config, 3),
    size: numberIn(config, 4),
    description: textIn(config, 5),
    plainText: numberIn(config, 6) === 1,
    collapsed: numberIn(config, 7) === 1,
    excludeFromSearch: numberIn(config, 8) === 1
  }
}

function templateOf({ ord, name, config }: Row): object {
  return {
    name,
    ord,
    qfmt: textIn(config, 1),
    afmt: textIn(config, 2),
    bqfmt: textIn(config, 3),
    bafmt: textIn(config, 4),
    did: null,
    bfont: textIn(config, 6),
    bsize: numberIn(config, 7)
  }
}

/** Names of the decks of such a collection, by their ids. */
export function tableDecks(query: Query): Map<string, string> {
  const rows = [...query('SELECT id, name FROM decks')]
  return new Map(rows.map(([id, name]) => [String(id), String(name).replaceAll('\x1f', '::')]))
}
