import * as v from 'valibot'
import type { BackupContents, BackupProject } from '../../storage/backup/read-backup.ts'
import { recall, remember } from '../../storage/memory.ts'
import type { BackupTools } from './backup-tools.ts'
import { isBackupDue } from './backup-due.ts'
import type { WrittenBackup } from './backup-work.ts'
import type { FileChange } from '../history/changes-between.ts'

/** Not needed for the first key. */
const load = () => import('./backup-work.ts')

const noteSchema = v.object({ at: v.number(), revision: v.number(), later: v.number() })

/** What is noted of a project's backups. */
type BackupNote = v.InferOutput<typeof noteSchema>

/** A backup that was opened, and under which name. */
export interface OpenedBackup extends BackupContents {
  name: string
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
    if (this.run) return undefined
    this.run = { done: 0, total: ids.length }
    try {
      const progress = (done: number, total: number) => (this.run = { done, total })
      const written = await (await load()).write(this.#tools, ids, history, progress)
      if (written) for (const id of ids) await this.#note(id, { at: Date.now() })
      await this.look()
      return written
    } finally {
      this.run = undefined
    }
  }

  /** Opens a backup to show what is in it; gives whether anything is. */
  async open(file: Blob, name: string): Promise<boolean> {
    const contents = await (await load()).open(this.#tools, file, name)
    this.opened = contents && { ...contents, name }
    return contents !== undefined
  }

  /** What restoring over a project would change in its texts. */
  async changes(backup: BackupProject, id: string): Promise<FileChange[]> {
    return (await load()).changes(this.#tools, backup, id)
  }

  /** Brings a project back beside those that are here, and opens it. */
  async restoreNew(backup: BackupProject): Promise<void> {
    await (await load()).restoreNew(this.#tools, backup)
  }

  /** Puts a project back to what the backup says; can be undone, and what was here is kept. */
  async restoreOver(backup: BackupProject, id: string): Promise<void> {
    await (await load()).restoreOver(this.#tools, backup, id)
  }

  /** Looks how the open project stands to its last backup. */
  async look(): Promise<void> {
    const { project, library } = this.#tools
    const { id, base, sample } = project
    const note = await this.#noteOf(id)
    const created = library.projects.find((one) => one.id === id)?.createdAt ?? Date.now()
    this.last = note && note.at > 0 ? note.at : undefined
    const { revision: backedUp = 0, at = 0, later = 0 } = note ?? {}
    const since = at || created
    const { revision } = base
    this.due = !sample && isBackupDue({ revision, backedUp, since, later }, Date.now())
  }

  /** Asks again in a week. */
  async later(): Promise<void> {
    const { id } = this.#tools.project
    await this.#note(id, { later: Date.now() })
    this.due = false
  }

  async #note(id: string, part: Partial<BackupNote>): Promise<void> {
    const { database, library } = this.#tools
    const before = (await this.#noteOf(id)) ?? { at: 0, revision: 0, later: 0 }
    const revision = library.projects.find((one) => one.id === id)?.revision ?? 0
    const note = { ...before, ...(part.at !== undefined && { revision }), ...part }
    await remember(database, `backup:${id}`, JSON.stringify(note))
  }

  async #noteOf(id: string): Promise<BackupNote | undefined> {
    const text = await recall(this.#tools.database, `backup:${id}`).catch(() => undefined)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), noteSchema), text)
    return read.success ? read.output : undefined
  }
}
