import * as v from 'valibot'
import type { DatasetStats, ExportInput, ExportResult } from '../laegna.ts'
import type { Database } from '../storage/database.ts'
import { recall, remember } from '../storage/memory.ts'
import type { ExportClient } from '../worker/export-client.ts'
import type { ExporterInfo } from '../worker/messages.ts'
import { isTrouble } from '../worker/trouble.ts'
import type { Project } from './project.svelte.ts'
import type { Reading } from './reading.svelte.ts'

/** Options by their names. */
const choices = v.record(v.string(), v.record(v.string(), v.union([v.string(), v.boolean()])))
type Choices = v.InferOutput<typeof choices>[string]

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

const nothing: ExportResult = { files: [] }

/** The export panel's state: what there is to export to, and the export under way. */
export class Exporting {
  exporters = $state.raw<ExporterInfo[]>([])
  run = $state.raw<Run>()
  refusal = $state.raw<Refusal>()
  #choices = $state.raw<Record<string, Choices>>({})
  readonly #database: Database
  readonly #client: ExportClient
  readonly #project: Project
  readonly #reading: Reading
  #cancel: AbortController | undefined

  constructor(database: Database, client: ExportClient, project: Project, reading: Reading) {
    this.#database = database
    this.#client = client
    this.#project = project
    this.#reading = reading
  }

  /** Asks once what there is to export to. */
  async load(): Promise<void> {
    if (this.exporters.length > 0) return
    this.#choices = readChoices(await recall(this.#database, 'export').catch(() => undefined))
    this.exporters = await this.#client.list()
  }

  /** What a person chose for an exporter; the rest is as it comes. */
  options(exporter: string): Choices {
    return this.#choices[exporter] ?? {}
  }

  /** Chooses an option of an exporter, for this visit and the next. */
  choose(exporter: string, key: string, value: string | boolean): void {
    this.#choices = { ...this.#choices, [exporter]: { ...this.options(exporter), [key]: value } }
    // A choice that is not kept is made again; no word is lost.
    void remember(this.#database, 'export', JSON.stringify(this.#choices)).catch(() => undefined)
  }

  /** Writes the files of one exporter from the newest texts; none where it was refused. */
  async write(exporter: string, options: object = this.options(exporter)): Promise<ExportResult> {
    if (this.run) return nothing
    const cancel = new AbortController()
    this.#cancel = cancel
    this.refusal = undefined
    this.run = { exporter, done: 0, total: 0 }
    try {
      await this.#reading.settled()
      if (this.#reading.trouble !== undefined) {
        // What was read before the trouble is not what the person sees in the editor.
        this.refusal = { exporter, why: this.#reading.trouble }
        return nothing
      }
      const progress = (done: number, total: number) => (this.run = { exporter, done, total })
      const job = { exporter, input: this.#input(), options, now: Date.now() }
      return await this.#client.run(job, { signal: cancel.signal, progress })
    } catch (error) {
      if (!isTrouble(error, 'cancelled')) this.refusal = { exporter, why: reasonOf(error) }
      return nothing
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

function readChoices(text: string | undefined): Record<string, Choices> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), choices), text)
  return read.success ? read.output : {}
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (isTrouble(error, 'refused')) return message
  return `The file could not be written (${message}). Nothing is lost; try again.`
}
