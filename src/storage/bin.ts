import { deleteDB } from 'idb'
import * as v from 'valibot'
import type { Database } from './database.ts'
import { keptReadingName } from './kept-reading-name.ts'
import { reportKey } from './memory.ts'
import { filesOf } from './stored-texts.ts'
import { projectSchema } from './schema.ts'

/** How long a deleted project can be restored, in milliseconds. */
export const binKeeps = 30 * 24 * 60 * 60 * 1000

/** Moves a project into the bin (`now`) or takes it out again (`null`); gives its new revision. */
export async function markDeleted(
  database: Database,
  id: string,
  deletedAt: number | null
): Promise<number> {
  const connection = await database.open()
  const transaction = connection.transaction('projects', 'readwrite', { durability: 'strict' })
  const stored = v.parse(projectSchema, await transaction.store.get(id))
  const revision = stored.revision + 1
  await transaction.store.put({ ...stored, deletedAt, revision })
  await transaction.done
  return revision
}

/** Ends for good what has lain in the bin longer than `binKeeps`. */
export async function emptyBin(database: Database, now: number): Promise<void> {
  const connection = await database.open()
  for (const value of await connection.getAll('projects')) {
    const read = v.safeParse(projectSchema, value)
    if (!read.success || read.output.deletedAt === null) continue
    if (now - read.output.deletedAt >= binKeeps) await endProject(database, read.output.id)
  }
}

/** Ends a project of the bin for good, with all that belongs to it; others it lets be. */
export async function endProject(database: Database, id: string): Promise<void> {
  const connection = await database.open()
  const transaction = connection.transaction(
    [
      'projects',
      'files',
      'typed',
      'media',
      'blobs',
      'rivals',
      'snapshots',
      'versions',
      'ledgers',
      'memory'
    ],
    'readwrite'
  )
  const stored = v.safeParse(projectSchema, await transaction.objectStore('projects').get(id))
  if (stored.success && stored.output.deletedAt !== null) {
    const blobs = transaction.objectStore('blobs')
    await transaction.objectStore('projects').delete(id)
    for (const store of ['files', 'typed', 'media', 'rivals', 'snapshots', 'versions'] as const) {
      await transaction.objectStore(store).delete(filesOf(id))
    }
    for (const blob of await blobs.index('project').getAllKeys(id)) await blobs.delete(blob)
    await transaction.objectStore('ledgers').delete(id)
    await transaction.objectStore('memory').delete(reportKey(id))
  }
  await transaction.done
  // It may hold words of that project.
  await deleteDB(keptReadingName)
}
