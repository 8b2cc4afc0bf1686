import * as v from 'valibot'
import type { BackupContents, BackupProject } from '../storage/backup/read-backup.ts'
import type { Database } from '../storage/database.ts'
import { readLedger, saveLedger } from '../storage/ledgers.ts'
import { recall, remember } from '../storage/memory.ts'
import { newId } from '../storage/new-id.ts'
import { readProject } from '../storage/projects.ts'
import { isBackupDue } from './backup-due.ts'
import { changesBetween, type FileChange } from './changes-between.ts'
import { freeName } from './free-name.ts'
import type { History } from './history.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'
import type { Shelf } from './shelf.svelte.ts'

const noteSchema = v.object({ at: v.number(), revision: v.number(), later: v.number() })

/** What is noted of a project's backups. */
type BackupNote = v.InferOutput<typeof noteSchema>

/** A written backup, to be handed to the person. */
export interface WrittenBackup {
  name: string
  zip: Blob
}

/** A backup that was opened, and under which name. */
export interface OpenedBackup extends BackupContents {
  name: string
}

/** What the backups work with. */
export interface BackupTools {
  database: Database
  project: Project
  shelf: Shelf
  history: History
  notices: Notices
}

/** Writes backups, opens them, and brings back what is in them. */
export class Backups {
  /** How far a backup has come, in projects. */
  run = $state.raw<{ done: number; total: number }>()
  opened = $state.raw<OpenedBackup>()
  /** Much of the open project has changed since its last backup. */
  due = $state(false)
  /** When the open project was backed up last, in milliseconds since 1970. */
  last = $state<number>()
  readonly #tools: BackupTools

  constructor(tools: BackupTools) {
    this.#tools = tools
  }

  /** Writes a backup of projects and checks it; nothing comes where that fails, and it is said. */
  async write(ids: string[], history: boolean): Promise<WrittenBackup | undefined> {
    const { database, notices, shelf } = this.#tools
    if (this.run) return undefined
    this.run = { done: 0, total: ids.length }
    try {
      const { writeBackup } = await import('../storage/backup/write-backup.ts')
      const now = Date.now()
      const progress = (done: number, total: number) => (this.run = { done, total })
      const { zip, missing } = await writeBackup(database, {
        projects: ids,
        history,
        now,
        progress
      })
      if (missing.length > 0) notices.warn('The backup lacks what is damaged here.', missing)
      const [only] = shelf.projects.filter(({ id }) => ids.includes(id))
      for (const id of ids) await this.#note(id, { at: now })
      await this.look()
      return { name: nameOf(ids.length === 1 ? only?.name : undefined, now), zip }
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      notices.warn(`No backup was made: ${why} Your projects are as they were; try again.`)
      return undefined
    } finally {
      this.run = undefined
    }
  }

  /** Opens a backup to show what is in it; says why not where nothing is. */
  async open(file: Blob, name: string): Promise<boolean> {
    const { notices } = this.#tools
    try {
      const { readBackup } = await import('../storage/backup/read-backup.ts')
      const contents = await readBackup(file)
      if (contents.projects.length > 0) {
        this.opened = { ...contents, name }
        return true
      }
      notices.warn(`${name} holds no project that can be read.`, contents.refused)
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      notices.warn(`${name} could not be read: ${why}`)
    }
    return false
  }

  /** What restoring over a project would change in its texts. */
  async changes(backup: BackupProject, id: string): Promise<FileChange[]> {
    const { files } = await readProject(this.#tools.database, id)
    return changesBetween(files, backup.files)
  }

  /** Brings a project back beside those that are here, and opens it. */
  async restoreNew(backup: BackupProject): Promise<void> {
    const { database, shelf, notices } = this.#tools
    try {
      const { restoreProject } = await import('../storage/backup/restore-project.ts')
      const names = shelf.projects.map(({ name }) => name)
      const name = freeName(backup.name, names)
      const id = await restoreProject(database, name, backup, Date.now())
      await shelf.refresh()
      if (await shelf.open(id)) notices.tell(`${name} was restored.`)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      notices.warn(`${backup.name} could not be restored whole: there is no room. Free some first.`)
    }
  }

  /** Puts a project back to what the backup says; can be undone, and what was here is kept. */
  async restoreOver(backup: BackupProject, id: string): Promise<void> {
    const { database, project, shelf, history, notices } = this.#tools
    if (id !== project.id && !(await shelf.open(id))) return
    await history.keep('restore')
    const before = project.state
    const ledger = await readLedger(database, id)
    const media = backup.media.map(({ path, type, blob }) => {
      return { path, type, size: blob.size, blobId: newId(), blob }
    })
    const settings = backup.settings ?? before.settings
    project.become({ files: backup.files, settings, media })
    if (backup.ledger) await saveLedger(database, id, backup.ledger)
    const undo = async (): Promise<void> => {
      project.become(before)
      if (ledger) await saveLedger(database, id, ledger)
    }
    notices.offer(`${project.name} is as it was in the backup.`, [{ label: 'Undo', run: undo }])
  }

  /** Looks how the open project stands to its last backup. */
  async look(): Promise<void> {
    const { project, shelf } = this.#tools
    const { id, stand, sample } = project
    const note = await this.#noteOf(id)
    const created = shelf.projects.find((one) => one.id === id)?.createdAt ?? Date.now()
    this.last = note && note.at > 0 ? note.at : undefined
    const { revision: backedUp = 0, at = 0, later = 0 } = note ?? {}
    const since = at || created
    const { revision } = stand
    this.due = !sample && isBackupDue({ revision, backedUp, since, later }, Date.now())
  }

  /** Asks again in a week. */
  async later(): Promise<void> {
    const { id } = this.#tools.project
    await this.#note(id, { later: Date.now() })
    this.due = false
  }

  async #note(id: string, part: Partial<BackupNote>): Promise<void> {
    const { database, shelf } = this.#tools
    const before = (await this.#noteOf(id)) ?? { at: 0, revision: 0, later: 0 }
    const revision = shelf.projects.find((one) => one.id === id)?.revision ?? 0
    const note = { ...before, ...(part.at !== undefined && { revision }), ...part }
    await remember(database, `backup:${id}`, JSON.stringify(note))
  }

  async #noteOf(id: string): Promise<BackupNote | undefined> {
    const text = await recall(this.#tools.database, `backup:${id}`).catch(() => undefined)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), noteSchema), text)
    return read.success ? read.output : undefined
  }
}

/** After the project and the day, as in `Biology backup 2026-11-25.zip`. */
function nameOf(project: string | undefined, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10)
  const who = (project ?? 'Laegna').replace(/[\p{C}<>:"/\\|?*]+/gu, ' ').trim() || 'Laegna'
  return `${who} backup ${day}.zip`
}
