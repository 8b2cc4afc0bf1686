import * as v from 'valibot'
import type { Database } from './database.ts'
import { filesOf } from './projects.ts'
import { rivalSchema, type RivalRecord } from './schema.ts'

/** Texts that were replaced by those of another tab, for somebody to choose; by path. */
export async function readRivals(database: Database, projectId: string): Promise<RivalRecord[]> {
  const connection = await database.open()
  const records = await connection.getAll('rivals', filesOf(projectId))
  return records.flatMap((record) => {
    const read = v.safeParse(rivalSchema, record)
    return read.success ? [read.output] : []
  })
}

/** Keeps a rival, new or brought back. */
export async function keepRival(database: Database, rival: RivalRecord): Promise<void> {
  const connection = await database.open()
  await connection.put('rivals', rival)
}

/** Ends a rival that somebody has dealt with. */
export async function endRival(
  database: Database,
  { projectId, path, strand }: RivalRecord
): Promise<void> {
  const connection = await database.open()
  await connection.delete('rivals', [projectId, path, strand])
}
