import type { Database } from '../storage/database.ts'
import { readChanges, UnreadableProject } from '../storage/projects.ts'
import type { ProjectRecord } from '../storage/schema.ts'
import { Latest } from './latest.ts'
import type { Project } from './project.svelte.ts'
import type { Saver } from './saver.svelte.ts'

/** What the sync works with. */
export interface SyncTools {
  database: Database
  project: Project
  saver: Saver
  /** The open project lies in the bin now. */
  deleted: (project: ProjectRecord) => Promise<void>
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
    const { database, project, saver, deleted } = this.#tools
    const { id, opened, stand } = project
    // Not stored yet, or open nowhere: nobody else can know of it.
    if (stand.revision === 0) return
    try {
      const changes = await readChanges(database, id, stand.revision)
      if (project.id !== id || project.opened !== opened) return
      // A save of our own may have overtaken the reading.
      if (changes.project.revision <= project.stand.revision) return
      if (changes.project.deletedAt === null) project.merge(changes, saver.pending())
      // What waits to be stored goes into a copy: the next save sees to that.
      else if (!saver.isBusy()) await deleted(changes.project)
    } catch (error) {
      // What is gone or out of reach is found, and said, by the next save or visit.
      if (!(error instanceof UnreadableProject || error instanceof DOMException)) throw error
    }
  }
}
