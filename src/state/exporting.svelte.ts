import type { DatasetStats, ExportFile, ExportInput } from '../laegna.ts'
import type { ExportClient } from '../worker/export-client.ts'
import type { ExporterInfo } from '../worker/messages.ts'
import { isTrouble } from '../worker/trouble.ts'
import type { Project } from './project.svelte.ts'
import type { Reading } from './reading.svelte.ts'

/** How far a running export has come; `total` 0 as long as nobody knows. */
export interface Run {
  exporter: string
  done: number
  total: number
}

/** Why an export gave nothing, in words for the user. */
export interface Refusal {
  exporter: string
  why: string
}

/** The export panel's state: what there is to export to, and the export under way. */
export class Exporting {
  exporters = $state.raw<ExporterInfo[]>([])
  run = $state.raw<Run>()
  refusal = $state.raw<Refusal>()
  readonly #client: ExportClient
  readonly #project: Project
  readonly #reading: Reading
  #cancel: AbortController | undefined

  constructor(client: ExportClient, project: Project, reading: Reading) {
    this.#client = client
    this.#project = project
    this.#reading = reading
  }

  /** Asks once what there is to export to. */
  async load(): Promise<void> {
    if (this.exporters.length === 0) this.exporters = await this.#client.list()
  }

  /** Writes the files of one exporter from the newest texts; none where it was refused. */
  async write(exporter: string, options: object = {}): Promise<ExportFile[]> {
    if (this.run) return []
    const cancel = new AbortController()
    this.#cancel = cancel
    this.refusal = undefined
    this.run = { exporter, done: 0, total: 0 }
    try {
      await this.#reading.settled()
      const progress = (done: number, total: number) => (this.run = { exporter, done, total })
      const job = { exporter, input: this.#input(), options, now: Date.now() }
      return await this.#client.run(job, { signal: cancel.signal, progress })
    } catch (error) {
      if (!isTrouble(error, 'cancelled')) this.refusal = { exporter, why: reasonOf(error) }
      return []
    } finally {
      this.run = undefined
    }
  }

  /** Stops the export under way. */
  cancel(): void {
    this.#cancel?.abort()
  }

  /** What a dataset of the newest texts would hold; rejects with words for the user. */
  async stats(): Promise<DatasetStats> {
    try {
      await this.#reading.settled()
      return await this.#client.stats(this.#input(), {})
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  #input(): ExportInput {
    const { name, files, settings } = this.#project
    return { name, files, settings, compilation: this.#reading.compilation }
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (isTrouble(error, 'refused')) return message
  return `The file could not be written (${message}). Nothing is lost; try again.`
}
