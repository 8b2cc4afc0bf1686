import * as v from 'valibot'
import { say } from '../say/say.ts'
import { SaidError } from '../say/said-error.ts'
import { formOf, ledgerSchema, type Ledger, type LedgerEntry, type TakenGuids } from '../laegna.ts'
import type { Database } from './database.ts'
import { listProjects } from './projects.ts'

const issuedSchema = v.object({
  entries: v.array(v.object({ guid: v.string(), answer: v.optional(v.string(), '') }))
})

/** The record of what a project gave to Anki is there, but damaged. The message is for the person. */
export class UnreadableLedger extends SaidError {
  override name = 'UnreadableLedger'

  constructor() {
    super(say('The record of the cards that this project gave to Anki is damaged.'))
  }
}

/**
 * What a project has exported to Anki; `undefined` where nothing was. Throws `UnreadableLedger`
 * where that is damaged.
 */
export async function readLedger(
  database: Database,
  projectId: string
): Promise<Ledger | undefined> {
  const connection = await database.open()
  const stored: unknown = await connection.get('ledgers', projectId)
  if (stored === undefined) return undefined
  const read = v.safeParse(ledgerSchema, stored)
  if (!read.success) throw new UnreadableLedger()
  return read.output
}

/** `readLedger` for what can do without: nothing where the record is damaged. */
export async function readSoundLedger(
  database: Database,
  projectId: string
): Promise<Ledger | undefined> {
  try {
    return await readLedger(database, projectId)
  } catch (error) {
    if (error instanceof UnreadableLedger) return undefined
    throw error
  }
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
  if (before !== undefined && !v.is(ledgerSchema, before)) {
    await transaction.store.put(before, asideKey(projectId))
  }
  await transaction.store.put(ledger, projectId)
  await transaction.done
}

/**
 * Puts a project's ledger back to what it was; `undefined` where nothing was exported, or what was
 * is damaged: that is in its place again then.
 */
export async function putBackLedger(
  database: Database,
  projectId: string,
  ledger: Ledger | undefined
): Promise<void> {
  if (ledger) return saveLedger(database, projectId, ledger)
  const connection = await database.open()
  const { store, done } = connection.transaction('ledgers', 'readwrite', { durability: 'strict' })
  const aside = await store.get(asideKey(projectId))
  await store.delete(projectId)
  if (aside !== undefined) {
    await store.put(aside, projectId)
    await store.delete(asideKey(projectId))
  }
  await done
}

/** Where a damaged ledger lies once a sound one has its place. */
function asideKey(projectId: string): string {
  return `${projectId} damaged`
}

/** Cards of a project that others of this browser have, too: how many, and the names of these. */
export interface SharedCards {
  cards: number
  projects: string[]
}

/** Looks for a project's notes among those of all others that are not in the bin. */
export async function readSharedCards(database: Database, projectId: string): Promise<SharedCards> {
  const own = await readSoundLedger(database, projectId)
  const ours = new Set(own?.entries.flatMap(({ guid, present }) => (present ? guid : [])))
  return readShared(database, projectId, ({ guid }) => (ours.has(guid) ? guid : undefined))
}

/** Looks for cards, by their texts, that others of these projects gave to Anki. */
export async function readCardsOfOthers(
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
    const ledger = await readSoundLedger(database, id)
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
