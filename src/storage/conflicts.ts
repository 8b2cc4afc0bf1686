import * as v from 'valibot'
import type { Database } from './database.ts'
import { filesOf } from './stored-texts.ts'
import { conflictSchema, type ConflictRecord } from './schema.ts'

/** Texts that were replaced by those of another tab, for somebody to choose; by path. */
export async function readConflicts(
  database: Database,
  projectId: string
): Promise<ConflictRecord[]> {
  const connection = await database.open()
  const records = await connection.getAll('rivals', filesOf(projectId))
  return records.flatMap((record) => {
    const read = v.safeParse(conflictSchema, record)
    return read.success ? [read.output] : []
  })
}

/** Keeps a conflict, new or brought back. */
export async function keepConflict(database: Database, conflict: ConflictRecord): Promise<void> {
  const connection = await database.open()
  await connection.put('rivals', conflict)
}

/** Ends a conflict that somebody has dealt with. */
export async function endConflict(
  database: Database,
  { projectId, path, strand }: ConflictRecord
): Promise<void> {
  const connection = await database.open()
  await connection.delete('rivals', [projectId, path, strand])
}
