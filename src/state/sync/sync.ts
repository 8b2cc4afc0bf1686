import type { SourceFile } from '../../document/model.ts'
import type { Database } from '../../storage/database.ts'
import { readChanges, UnreadableProject } from '../../storage/projects.ts'
import type { ProjectRecord } from '../../storage/schema.ts'
import { Latest } from './latest.ts'
import type { Project } from '../project/project.svelte.ts'
import type { Saver } from './saver.svelte.ts'

/** What the sync works with. */
export interface SyncTools {
  database: Database
  project: Project
  saver: Saver
  /** The open project lies in the bin now. */
  deleted: (project: ProjectRecord) => Promise<void>
  /** Another tab has deleted the file that is open here. */
  fileDeleted: (file: SourceFile) => void
}

/** Brings what other tabs stored into the open project, file by file. */
export class Sync {
  readonly #tools: SyncTools
  readonly #latest = new Latest(() => this.#run())

  constructor(tools: SyncTools) {
    this.#tools = tools
  }

  /** Reads what is new; settles when it is in sight. */
  now(): Promise<void> {
    return this.#latest.now()
  }

  async #run(): Promise<void> {
    const { database, project, saver, deleted, fileDeleted } = this.#tools
    const { id, opened, base } = project
    // Not stored yet, or open nowhere: nobody else can know of it.
    if (base.revision === 0) return
    try {
      const changes = await readChanges(database, id, base.revision)
      if (project.id !== id || project.opened !== opened) return
      // A save of our own may have overtaken the reading.
      if (changes.project.revision <= project.base.revision) return
      if (changes.project.deletedAt === null) {
        const { openPath: path = '', paths } = project
        const text = project.text(path)
        project.merge(changes, saver.pending())
        if (!paths.includes(path) || project.has(path)) return
        // The same text under a new name: the file was moved, and one goes on in it.
        const moved = changes.files.find((file) => file.text === text && !paths.includes(file.path))
        if (moved) project.openPath = moved.path
        else fileDeleted({ path, text })
      }
      // What waits to be stored goes into a copy: the next save sees to that.
      else if (!saver.isBusy()) await deleted(changes.project)
    } catch (error) {
      // What is gone or out of reach is found, and said, by the next save or visit.
      if (!(error instanceof UnreadableProject || error instanceof DOMException)) throw error
    }
  }
}
