import type { Database } from '../../storage/database.ts'
import { endConflict, keepConflict } from '../../storage/conflicts.ts'
import type { ConflictRecord } from '../../storage/schema.ts'
import { freeName } from '../project/free-name.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** Settles texts that two tabs changed at the same time. */
export class Conflicts {
  readonly #database: Database
  readonly #project: Project
  readonly #notices: Notices

  constructor(database: Database, project: Project, notices: Notices) {
    this.#database = database
    this.#project = project
    this.#notices = notices
  }

  /** Takes the text that somebody made of both; can be undone. */
  async settle(conflict: ConflictRecord, text: string): Promise<void> {
    const { path } = conflict
    const before = this.#project.has(path) ? this.#project.text(path) : undefined
    if (before !== text) this.#project.put([{ path, text }])
    await this.#end(conflict)
    const undo = async (): Promise<void> => {
      if (before !== undefined && before !== text) this.#project.put([{ path, text: before }])
      await keepConflict(this.#database, conflict)
      this.#project.conflicts = [...this.#project.conflicts, conflict]
    }
    this.#notices.tell(`${path} has one text again.`, [this.#notices.undo(this.#project, undo)])
  }

  /** Makes a file of its own of the other text. */
  async keepBoth(conflict: ConflictRecord): Promise<void> {
    const path = freeName(conflict.path, this.#project.paths)
    this.#project.put([{ path, text: conflict.text }])
    await this.#end(conflict)
    this.#notices.tell(`The other text is ${path} now.`)
  }

  async #end(conflict: ConflictRecord): Promise<void> {
    await endConflict(this.#database, conflict)
    this.#project.conflicts = this.#project.conflicts.filter((other) => other !== conflict)
  }
}
