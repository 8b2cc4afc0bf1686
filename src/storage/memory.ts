import * as v from 'valibot'
import type { Database } from './database.ts'

/** Under what the last report on the cards of a project is kept. */
export function reportKey(projectId: string): string {
  return `report:${projectId}`
}

/** Keeps a short text for the next visit under a key such as `project`. */
export async function remember(database: Database, key: string, value: string): Promise<void> {
  const connection = await database.open()
  await connection.put('memory', value, key)
}

/** What was remembered last under a key, if it is sound. */
export async function recall(database: Database, key: string): Promise<string | undefined> {
  const connection = await database.open()
  const read = v.safeParse(v.string(), await connection.get('memory', key))
  return read.success ? read.output : undefined
}
