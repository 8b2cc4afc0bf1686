import * as v from 'valibot'
import type { SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import { filesOf } from './projects.ts'
import { fileSchema } from './schema.ts'

/** Files that can still be read of a project whose own record is damaged. Changes nothing. */
export async function readLooseFiles(database: Database, id: string): Promise<SourceFile[]> {
  const connection = await database.open()
  const records = await connection.getAll('files', filesOf(id))
  return records.flatMap((record) => {
    const read = v.safeParse(fileSchema, record)
    return read.success ? [{ path: read.output.path, text: read.output.text }] : []
  })
}
