import { defaultSettings } from '../../laegna.ts'
import type { Database } from '../database.ts'
import { inTurns } from '../in-turns.ts'
import { saveLedger } from '../ledgers.ts'
import { saveMedia } from '../media.ts'
import { newId } from '../new-id.ts'
import { storeReport } from '../reports.ts'
import { createProject } from '../projects.ts'
import type { BackupProject } from './read-backup.ts'

/**
 * Makes a new project of one in a backup, with its media, ledger and history, and gives its id. What
 * was written stays where the rest finds no room: the project is there then, without it.
 */
export async function restoreProject(
  database: Database,
  name: string,
  backup: BackupProject,
  now: number
): Promise<string> {
  const { files, media, ledger, snapshots, skipped, cardWeights, report } = backup
  const id = newId()
  // Beyond those of the history: a revision means one text of a file for good.
  const revision = Math.max(0, ...snapshots.map((snapshot) => snapshot.revision)) + 1
  const settings = backup.settings ?? defaultSettings
  const chosen = { skipped, ...(cardWeights && { cardWeights }) }
  await createProject(database, { id, name, settings, files, ...chosen, revision }, now)
  if (ledger) await saveLedger(database, id, ledger)
  if (report) await storeReport(database, id, report)
  const before = new Map<string, string>()
  for (const { path, type, blob } of media) {
    const blobId = newId()
    const put = [{ path, type, blobId, size: blob.size, blob }]
    await saveMedia(database, id, 0, { put, remove: [], before }, now)
  }
  await restoreHistory(database, id, backup)
  return id
}

async function restoreHistory(
  database: Database,
  projectId: string,
  { snapshots, versions }: BackupProject
): Promise<void> {
  if (snapshots.length === 0) return
  const connection = await database.open()
  const transaction = connection.transaction(['snapshots', 'versions'], 'readwrite')
  const texts = transaction.objectStore('versions')
  await Promise.all([
    inTurns(versions, (version) => texts.put({ projectId, ...version })),
    ...snapshots.map((snapshot) =>
      transaction.objectStore('snapshots').put({ ...snapshot, projectId, media: [] })
    ),
    transaction.done
  ])
}
