import type { Database } from './database.ts'
import { filesOf } from './stored-texts.ts'
import { reportKey } from './memory.ts'
import { rawText } from './raw-text.ts'

/** Everything stored of a project as text, sound or damaged, just as it is. */
export async function readRaw(database: Database, projectId: string): Promise<string> {
  const connection = await database.open()
  const byProject = filesOf(projectId)
  return rawText({
    project: await connection.get('projects', projectId),
    files: await connection.getAll('files', byProject),
    typed: await connection.getAll('typed', byProject),
    media: await connection.getAll('media', byProject),
    rivals: await connection.getAll('rivals', byProject),
    ledger: await connection.get('ledgers', projectId),
    damagedLedger: await connection.get('ledgers', `${projectId} damaged`),
    report: await connection.get('memory', reportKey(projectId)),
    snapshots: await connection.getAll('snapshots', byProject),
    versions: await connection.getAll('versions', byProject)
  })
}
