import type { Database } from '../../storage/database.ts'
import { endRival, keepRival } from '../../storage/conflicts.ts'
import type { RivalRecord } from '../../storage/schema.ts'
import { freeName } from '../project/free-name.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** Settles texts that two tabs changed at the same time. */
export class Rivals {
  readonly #database: Database
  readonly #project: Project
  readonly #notices: Notices

  constructor(database: Database, project: Project, notices: Notices) {
    this.#database = database
    this.#project = project
    this.#notices = notices
  }

  /** Takes the text that somebody made of both; can be undone. */
  async settle(rival: RivalRecord, text: string): Promise<void> {
    const { path } = rival
    const before = this.#project.has(path) ? this.#project.text(path) : undefined
    if (before !== text) this.#project.put([{ path, text }])
    await this.#end(rival)
    const undo = async (): Promise<void> => {
      if (before !== undefined && before !== text) this.#project.put([{ path, text: before }])
      await keepRival(this.#database, rival)
      this.#project.rivals = [...this.#project.rivals, rival]
    }
    this.#notices.tell(`${path} has one text again.`, [this.#notices.undo(this.#project, undo)])
  }

  /** Makes a file of its own of the other text. */
  async keepBoth(rival: RivalRecord): Promise<void> {
    const path = freeName(rival.path, this.#project.paths)
    this.#project.put([{ path, text: rival.text }])
    await this.#end(rival)
    this.#notices.tell(`The other text is ${path} now.`)
  }

  async #end(rival: RivalRecord): Promise<void> {
    await endRival(this.#database, rival)
    this.#project.rivals = this.#project.rivals.filter((other) => other !== rival)
  }
}
