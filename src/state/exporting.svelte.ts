import * as v from 'valibot'
import type {
  ComparedCard,
  DatasetStats,
  Delivery,
  ExportFile,
  ExportGroup,
  ExportResult,
  TokenizerFile
} from '../laegna.ts'
import type { Database } from '../storage/database.ts'
import { keep, kept } from '../storage/small-store.ts'
import type { ExportClient, ExportJob, Previewed } from '../worker/export-client.ts'
import type { ChangeKind } from '../worker/ledger-keeper.ts'
import type { ExporterInfo } from '../worker/messages.ts'
import { isTrouble } from '../worker/trouble.ts'
import { ExportChoices, type Choices } from './export-choices.svelte.ts'
import type { Media } from './media.svelte.ts'
import type { Project } from './project.svelte.ts'
import type { Reading } from './reading.svelte.ts'

/** Its options are those of sending, too: the notes are the same. */
export const packageId = 'anki-package'
/** What is remembered as chosen where the cards are to go straight into Anki. */
const sendId = 'anki-connect'
const placeKey = 'laegna.export'
const groupSchema = v.picklist(['anki', 'dataset', 'document'])
const placeSchema = v.object({
  group: groupSchema,
  /** The exporter in sight of each group. */
  chosen: v.record(v.string(), v.string())
})
type ShownPlace = v.InferOutput<typeof placeSchema>

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

/** What came of the last export: the names of its files, and what was changed or left out. */
export interface Outcome {
  exporter: string
  files: string[]
  notes: string[]
}

/** What exporting works with. */
interface Parts {
  database: Database
  client: ExportClient
  project: Project
  reading: Reading
  media: Media
}

/** Milliseconds that a question may keep others waiting. */
const patience = 800
const nothing: ExportResult = { files: [] }

/** The export panel's state: what there is to export to, and the export under way. */
export class Exporting {
  exporters = $state.raw<ExporterInfo[]>([])
  run = $state.raw<Run>()
  refusal = $state.raw<Refusal>()
  outcome = $state.raw<Outcome>()
  /** Counts the tokens of datasets exactly; else they are estimated. */
  tokenizer = $state.raw<TokenizerFile>()
  #place = $state.raw<ShownPlace>(
    kept(placeKey, v.pipe(v.string(), v.parseJson(), placeSchema)) ?? { group: 'anki', chosen: {} }
  )
  readonly choices: ExportChoices
  readonly #client: ExportClient
  readonly #project: Project
  readonly #reading: Reading
  readonly #media: Media
  #listing: Promise<void> | undefined
  #keeping = false
  #looking: { cancel: AbortController; since: number } | undefined
  #cancel: AbortController | undefined

  constructor({ database, client, project, reading, media }: Parts) {
    this.choices = new ExportChoices(database)
    this.#client = client
    this.#project = project
    this.#reading = reading
    this.#media = media
  }

  /** Asks once what there is to export to. */
  load(): Promise<void> {
    this.#listing ??= this.#list()
    return this.#listing
  }

  /** Groups that have an exporter, in the order of the panel. */
  get groups(): ExportGroup[] {
    return [...new Set(this.exporters.map(({ group }) => group))]
  }

  /** The group in sight. */
  get group(): ExportGroup {
    return this.#place.group
  }

  /** Whether sending to Anki is in sight, which writes no file and so is no exporter. */
  get sends(): boolean {
    return this.group === 'anki' && this.#place.chosen['anki'] === sendId
  }

  /** The exporter in sight. */
  get selected(): ExporterInfo | undefined {
    const inGroup = this.exporters.filter(({ group }) => group === this.group)
    return inGroup.find(({ id }) => id === this.#place.chosen[this.group]) ?? inGroup[0]
  }

  /** Brings a group into sight. */
  show(group: ExportGroup): void {
    this.#keepPlace({ ...this.#place, group })
  }

  /** Brings an exporter into sight. */
  select({ id, group }: ExporterInfo): void {
    this.#keepPlace({ group, chosen: { ...this.#place.chosen, [group]: id } })
  }

  /** Brings sending to Anki into sight. */
  selectSending(): void {
    this.#keepPlace({ group: 'anki', chosen: { ...this.#place.chosen, anki: sendId } })
  }

  /** What a person chose for an exporter; the rest is as it comes. */
  options(exporter: string): Choices {
    const info = this.exporters.find(({ id }) => id === exporter)
    return info ? this.choices.of(info) : {}
  }

  /** Writes the files of one exporter from the newest texts; none where it was refused. */
  async write(exporter: string, options: object = this.options(exporter)): Promise<ExportResult> {
    if (this.run) return nothing
    this.hurry()
    const cancel = new AbortController()
    this.#cancel = cancel
    this.refusal = undefined
    this.outcome = undefined
    this.run = { exporter, done: 0, total: 0 }
    try {
      await this.#handOver()
      const progress = (done: number, total: number) => (this.run = { exporter, done, total })
      const job = await this.#jobWithMedia(exporter, options)
      return await this.#client.run(job, {
        signal: cancel.signal,
        progress
      })
    } catch (error) {
      if (!isTrouble(error, 'cancelled')) this.refusal = { exporter, why: reasonOf(error) }
      return nothing
    } finally {
      this.run = undefined
    }
  }

  /** Writes the files of one exporter and gives each to `offer`. */
  async download(exporter: string, offer: (file: ExportFile) => void): Promise<void> {
    const { files, notes = [] } = await this.write(exporter)
    if (files.length === 0) return
    for (const file of files) offer(file)
    const names = files.map(({ name }) => name)
    this.outcome = { exporter, files: names, notes: [...notes, ...(await this.keep())] }
  }

  /** Lets what was exported last count as exported; gives what to say where that failed. */
  async keep(): Promise<string[]> {
    this.#keeping = true
    try {
      await this.#client.keep()
      return []
    } catch {
      return [
        'It could not be noted which cards were exported, so the next export counts them as new. Anki updates them all the same.'
      ]
    } finally {
      this.#keeping = false
    }
  }

  /** Stops the export under way. */
  cancel(): void {
    this.#cancel?.abort()
  }

  /**
   * What an exporter would write of the newest texts; rejects with words for the user, or as
   * cancelled when a newer question or an export would have had to wait for it.
   */
  async preview(exporter: string): Promise<Previewed> {
    const looking = { cancel: new AbortController(), since: performance.now() }
    this.#looking = looking
    const { signal } = looking.cancel
    try {
      return await this.#ask(() =>
        this.#client.preview(this.#job(exporter, this.options(exporter)), signal)
      )
    } catch (error) {
      if (isTrouble(error, 'cancelled')) throw error
      throw new Error(reasonOf(error), { cause: error })
    } finally {
      if (this.#looking === looking) this.#looking = undefined
    }
  }

  /** A look that has taken long already is given up: a new worker is there sooner. */
  hurry(): void {
    if (this.#looking && performance.now() - this.#looking.since > patience) {
      this.#looking.cancel.abort()
    }
  }

  /** A part of a list of the cards that the last preview counted. */
  changes(of: ChangeKind, from: number, count: number): Promise<ComparedCard[]> {
    return this.#client.changes(of, from, count)
  }

  /** What a dataset of the newest texts would hold, by other options where wished; rejects with words for the user. */
  async stats(wishes: object = {}): Promise<DatasetStats> {
    try {
      return await this.#ask(() =>
        this.#client.stats(this.#job('dataset', { ...this.options('dataset'), ...wishes }))
      )
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  /** The cards of the newest texts as Anki is to have them; rejects with words for the user. */
  async deliver(): Promise<Delivery> {
    try {
      const options = this.options(packageId)
      return await this.#ask(async () =>
        this.#client.deliver(await this.#jobWithMedia(packageId, options))
      )
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  /** Lets the worker go, and with it its copy of the project, unless it is at work. */
  rest(): void {
    if (!this.run && !this.#keeping) this.#client.stop()
  }

  async #list(): Promise<void> {
    const [exporters] = await Promise.all([this.#client.list(), this.choices.load()]).catch(
      (error: unknown) => {
        this.#listing = undefined
        throw error
      }
    )
    this.exporters = exporters
  }

  /** Asks about the newest texts, and once more where a cancelled export took the worker away. */
  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    await this.#handOver()
    try {
      return await question()
    } catch (error) {
      if (this.#client.holds || !isTrouble(error, 'failed')) throw error
      await this.#handOver()
      return question()
    }
  }

  /** Makes the worker hold the newest texts. */
  async #handOver(): Promise<void> {
    await this.load()
    await this.#reading.settled()
    // What was read before the trouble is not what the person sees in the editor.
    if (this.#reading.trouble !== undefined) throw new Unread(this.#reading.trouble)
    await this.#client.take(this.#reading.compilation, (to) => this.#reading.handOver(to))
  }

  #job(exporter: string, options: object): ExportJob {
    const { id, name, settings } = this.#project
    const tokenizer = this.tokenizer ? { tokenizer: this.tokenizer } : {}
    return { project: id, exporter, options, name, settings, ...tokenizer, now: Date.now() }
  }

  /** A job that needs the bytes of pictures and sounds; a dataset has none. */
  async #jobWithMedia(exporter: string, options: object): Promise<ExportJob> {
    const job = this.#job(exporter, options)
    return exporter === 'dataset' ? job : { ...job, media: await this.#media.bytes() }
  }

  #keepPlace(place: ShownPlace): void {
    this.#place = place
    keep(placeKey, JSON.stringify(place))
  }
}

/** The texts could not be read; the message is a sentence for the user. */
class Unread extends Error {}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  if (error instanceof Unread || isTrouble(error, 'refused')) return message
  return `The file could not be written (${message}). Nothing is lost; try again.`
}
