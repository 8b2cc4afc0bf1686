import * as v from 'valibot'
import { formOf, ledgerSchema, type Ledger, type LedgerEntry, type TakenGuids } from '../laegna.ts'
import type { Database } from './database.ts'
import { listProjects } from './projects.ts'

const issuedSchema = v.object({
  entries: v.array(v.object({ guid: v.string(), answer: v.optional(v.string(), '') }))
})

/** What a project has exported to Anki; `undefined` where nothing was, or it cannot be read. */
export async function readLedger(
  database: Database,
  projectId: string
): Promise<Ledger | undefined> {
  const connection = await database.open()
  const read = v.safeParse(ledgerSchema, await connection.get('ledgers', projectId))
  return read.success ? read.output : undefined
}

/** Keeps a project's ledger in place of the one before; one that cannot be read is put aside. */
export async function saveLedger(
  database: Database,
  projectId: string,
  ledger: Ledger
): Promise<void> {
  const connection = await database.open()
  const transaction = connection.transaction('ledgers', 'readwrite', { durability: 'strict' })
  const before = await transaction.store.get(projectId)
  if (before && !v.is(ledgerSchema, before)) {
    await transaction.store.put(before, `${projectId} damaged`)
  }
  await transaction.store.put(ledger, projectId)
  await transaction.done
}

/** Puts a project's ledger back to what it was; `undefined` where nothing was exported. */
export async function putBackLedger(
  database: Database,
  projectId: string,
  ledger: Ledger | undefined
): Promise<void> {
  if (ledger) return saveLedger(database, projectId, ledger)
  const connection = await database.open()
  await connection.delete('ledgers', projectId)
}

/** Cards of a project that others of this browser have, too: how many, and the names of these. */
export interface SharedCards {
  cards: number
  projects: string[]
}

/** Looks for a project's notes among those of all others that are not in the bin. */
export async function readSharedCards(database: Database, projectId: string): Promise<SharedCards> {
  const own = await readLedger(database, projectId)
  const ours = new Set(own?.entries.flatMap(({ guid, present }) => (present ? guid : [])))
  return readShared(database, projectId, ({ guid }) => (ours.has(guid) ? guid : undefined))
}

/** Looks for cards, by their texts, that others of these projects gave to Anki. */
export async function readTwins(
  database: Database,
  projectId: string,
  cards: CardSides[]
): Promise<SharedCards> {
  const ours = new Set(cards.map(textsOf))
  return readShared(database, projectId, (entry, ledger) => {
    const texts = entry.present && formOf(ledger, entry) ? textsOf(entry) : ''
    return ours.has(texts) ? texts : undefined
  })
}

type CardSides = Pick<LedgerEntry, 'question' | 'answer'>

function textsOf({ question, answer }: CardSides): string {
  return JSON.stringify([question, answer])
}

/** Counts the cards of other projects that `find` gives a key for; one key is one card. */
async function readShared(
  database: Database,
  projectId: string,
  find: (entry: LedgerEntry, ledger: Ledger) => string | undefined
): Promise<SharedCards> {
  const shared = new Set<string>()
  const names: string[] = []
  const { projects } = await listProjects(database)
  for (const { id, name, deletedAt } of projects) {
    if (id === projectId || deletedAt !== null) continue
    const ledger = await readLedger(database, id)
    const both = ledger?.entries.flatMap((entry) => find(entry, ledger) ?? []) ?? []
    if (both.length > 0) names.push(name)
    for (const key of both) shared.add(key)
  }
  return { cards: shared.size, projects: names }
}

/**
 * The guids that all other projects of this browser ever issued. Those of projects in the bin come with
 * the answer: who begins anew with the same documents goes on with the cards that Anki has.
 */
export async function readTakenGuids(database: Database, projectId: string): Promise<TakenGuids> {
  const connection = await database.open()
  const { projects } = await listProjects(database)
  const binned = new Set<IDBValidKey>(
    projects.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id)
  )
  const guids = new Map<string, string | undefined>()
  for (const key of await connection.getAllKeys('ledgers')) {
    if (key === projectId) continue
    const read = v.safeParse(issuedSchema, await connection.get('ledgers', key))
    if (!read.success) continue
    for (const { guid, answer } of read.output.entries) {
      if (!binned.has(key)) guids.set(guid, undefined)
      else if (!guids.has(guid)) guids.set(guid, answer)
    }
  }
  return guids
}
