import * as v from 'valibot'
import { ledgerSchema, type Ledger } from '../laegna.ts'
import type { Database } from './database.ts'

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
