import type { Database } from './database.ts'

/** Whether a project gave cards to Anki, or may have: also where the record of it is damaged. */
export async function wasExported(database: Database, projectId: string): Promise<boolean> {
  const connection = await database.open()
  return (await connection.count('ledgers', projectId)) > 0
}
