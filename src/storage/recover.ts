import type { SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import { readTexts } from './stored-texts.ts'

/** Files that can still be read of a project whose own record is damaged. Changes nothing. */
export async function readLooseFiles(database: Database, id: string): Promise<SourceFile[]> {
  const connection = await database.open()
  const transaction = connection.transaction(['files', 'typed'])
  const stores = {
    files: transaction.objectStore('files'),
    typed: transaction.objectStore('typed')
  }
  const { sound } = await readTexts(stores, id)
  return sound.map(({ path, text }) => ({ path, text }))
}
