import { wordedError } from '../page/worded.ts'
import { worded } from '../page/worded.ts'
import type { BackupContents, BackupProject } from '../../storage/backup/read-backup.ts'
import { restoreProject } from '../../storage/backup/restore-project.ts'
import { writeBackup } from '../../storage/backup/write-backup.ts'
import { mergeLedgers } from '../../laegna.ts'
import { readSoundLedger, saveLedger } from '../../storage/ledgers.ts'
import { newId } from '../../storage/new-id.ts'
import { readProject } from '../../storage/projects.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { UnpackClient } from '../../worker/import/unpack-client.ts'
import type { BackupTools } from './backup-tools.ts'
import { changesBetween, type FileChange } from '../history/changes-between.ts'
import { freeName } from '../project/free-name.ts'
import { warnOfShared } from '../library/shared-cards-warning.ts'

/** A written backup, to be handed to the person. */
export interface WrittenBackup {
  name: string
  zip: Blob
}

/** Writes a backup of projects and checks it; nothing comes where that fails, and it is said. */
export async function write(
  { database, notices, library }: BackupTools,
  projects: string[],
  history: boolean,
  progress: (done: number, total: number) => void
): Promise<WrittenBackup | undefined> {
  try {
    const now = Date.now()
    const { zip, missing } = await writeBackup(database, { projects, history, now, progress })
    if (missing.length > 0) notices.warn('The backup lacks what is damaged here.', missing)
    const only = projects.length === 1 && library.projects.find(({ id }) => id === projects[0])
    return { name: nameOf(only ? only.name : 'Laegna', now), zip }
  } catch (error) {
    const why = wordedError(error)
    notices.warn(`No backup was made: ${why} Your projects are as they were; try again.`)
    return undefined
  }
}

/** Opens a backup to show what is in it; says why not where nothing is. */
export async function open(
  { notices }: BackupTools,
  file: Blob,
  name: string
): Promise<BackupContents | undefined> {
  const client = new UnpackClient()
  const watch = notices.watch(`Reading ${name}`)
  try {
    const contents = await client.readBackup(file, watch)
    if (contents.projects.length > 0) return contents
    notices.warn(`${name} holds no project that can be read.`, contents.refused.map(worded))
  } catch (error) {
    if (isTrouble(error, 'cancelled')) return undefined
    const why = wordedError(error)
    notices.warn(`${name} could not be read: ${why}`)
  } finally {
    watch.end()
    client.stop()
  }
  return undefined
}

/** What restoring over a project would change in its texts. */
export async function changes(
  { database }: BackupTools,
  backup: BackupProject,
  id: string
): Promise<FileChange[]> {
  const { files } = await readProject(database, id)
  return changesBetween(files, backup.files)
}

/** Brings a project back beside those that are here, and opens it. */
export async function restoreNew(
  { database, library, notices }: BackupTools,
  backup: BackupProject
): Promise<void> {
  try {
    const names = library.projects.map(({ name }) => name)
    const name = freeName(backup.name, names)
    const id = await restoreProject(database, name, backup, Date.now())
    await library.refresh()
    if (!(await library.open(id))) return
    notices.tell(`${name} was restored.`)
    await warnOfShared(database, notices, id)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    notices.warn(`${backup.name} could not be restored whole: there is no room. Free some first.`)
  }
}

/** Puts a project back to what the backup says; can be undone, and what was here is kept. */
export async function restoreOver(
  { database, project, library, history, notices }: BackupTools,
  backup: BackupProject,
  id: string
): Promise<void> {
  if (id !== project.id && !(await library.open(id))) return
  await history.keep('restore')
  const before = project.state
  const { cardWeights } = project
  const ledger = await readSoundLedger(database, id)
  const media = backup.media.map(({ path, type, blob }) => {
    return { path, type, size: blob.size, blobId: newId(), blob }
  })
  const settings = backup.settings ?? before.settings
  project.become({ files: backup.files, settings, media })
  if (backup.skipped.length > 0) {
    project.skip([...new Set([...project.skipped, ...backup.skipped])])
  }
  if (backup.cardWeights) project.weigh(backup.cardWeights)
  // Anki knows what went there since the backup, and takes nothing that is older.
  const merged = ledger && backup.ledger ? mergeLedgers(ledger, backup.ledger) : backup.ledger
  if (merged) await saveLedger(database, id, merged)
  const restored = await readSoundLedger(database, id)
  const undo = async (): Promise<void> => {
    // What was written since can be brought back.
    await history.keep('restore')
    project.become(before)
    if (backup.cardWeights) project.weigh(cardWeights)
    // What was exported since is in Anki, whatever becomes of the texts.
    const now = await readSoundLedger(database, id)
    const isAsRestored = JSON.stringify(now) === JSON.stringify(restored)
    if (ledger && isAsRestored) await saveLedger(database, id, ledger)
  }
  const button = notices.undo(project, undo)
  notices.offer(`${project.name} is as it was in the backup.`, [button])
}

/** After the project and the day, as in `Biology backup 2026-11-25.zip`. */
function nameOf(project: string, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10)
  const who = project.replace(/[\p{C}<>:"/\\|?*]+/gu, ' ').trim() || 'Laegna'
  return `${who} backup ${day}.zip`
}
