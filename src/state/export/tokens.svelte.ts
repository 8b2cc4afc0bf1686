import type { ExportClient } from '../../worker/export/export-client.ts'
import { Latest } from '../sync/latest.ts'
import type { Edit, Project } from '../project/project.svelte.ts'

/** Milliseconds after which a change is counted: typing does not wait for it. */
const pause = 2000
/** Before the first count a vocabulary of two megabytes is read: whoever opened the page comes first. */
const first = 6000

/** About how many tokens a project of one's own is; only texts that changed are counted again. */
export class Tokens {
  /** Of all files; absent until they were counted. */
  total = $state<number>()
  readonly #client: ExportClient
  readonly #project: Project
  readonly #latest = new Latest(() => this.#count())
  #counts = new Map<string, number>()

  constructor(client: ExportClient, project: Project) {
    this.#client = client
    this.#project = project
    project.listen((edit) => this.#take(edit))
  }

  /** Counts the whole project that was opened. */
  restart(): void {
    this.#counts = new Map()
    this.total = undefined
    if (!this.#project.sample) this.#latest.after(first)
  }

  #take({ put, removed }: Edit): void {
    for (const path of [...put, ...removed]) this.#counts.delete(path)
    if (put.length + removed.length === 0) return
    this.#latest.after(this.total === undefined ? first : pause)
  }

  async #count(): Promise<void> {
    const { opened } = this.#project
    const files = this.#project.files.filter(({ path }) => !this.#counts.has(path))
    try {
      const tokens = await this.#client.tokens(files)
      if (this.#project.opened !== opened) return
      files.forEach(({ path, text }, at) => {
        const count = tokens[at]
        // One that was changed meanwhile is counted with the next run, which that change asked for.
        if (count !== undefined && this.#project.text(path) === text) this.#counts.set(path, count)
      })
      this.total = [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
    } catch {
      // An export may have ended the worker. It is only an estimate: the next edit asks again.
    }
  }
}
