import * as v from 'valibot'
import type { Database } from './database.ts'
import { filesOf } from './projects.ts'
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
  const transaction = connection.transaction(
    ['projects', 'files', 'media', 'blobs', 'ledgers'],
    'readwrite'
  )
  const projects = transaction.objectStore('projects')
  for (const value of await projects.getAll()) {
    const read = v.safeParse(projectSchema, value)
    if (!read.success || read.output.deletedAt === null) continue
    if (now - read.output.deletedAt < binKeeps) continue
    const { id } = read.output
    const blobs = transaction.objectStore('blobs')
    await projects.delete(id)
    await transaction.objectStore('files').delete(filesOf(id))
    await transaction.objectStore('media').delete(filesOf(id))
    for (const blob of await blobs.index('project').getAllKeys(id)) await blobs.delete(blob)
    await transaction.objectStore('ledgers').delete(id)
  }
  await transaction.done
}
