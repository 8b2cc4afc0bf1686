import { wordedError } from '../page/worded.ts'
import { worded } from '../page/worded.ts'
import type { ComparedCard, DatasetStats, PackageOptions, TokenizerFile } from '../../laegna.ts'
import type { Database } from '../../storage/database.ts'
import type { ExportClient, ExportJob, Previewed } from '../../worker/export/export-client.ts'
import type { EarlierFile } from '../../worker/export/earlier-export.ts'
import type { ChangeKind } from '../../worker/export/ledger-keeper.ts'
import type { Delivered, ExporterInfo, WrittenFile } from '../../worker/protocol/messages.ts'
import type { AskOptions } from '../../worker/protocol/bridge.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import type { ZipPart } from '../../worker/export/zip-parts.ts'
import { drawDiagram, drawsDiagrams } from './draw-diagram.ts'
import { placeHere } from './place-here.ts'
import { ExportChoices, type Choices, type ChoiceValue } from './export-choices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import { isOpen, markOf, type ProjectMark } from '../project/project-mark.ts'
import type { Reading } from '../project/reading.svelte.ts'

/** Its options are those of sending, too: the notes are the same. */
export const packageId = 'anki-package'

/** What exporting works with. */
export interface ExportParts {
  database: Database
  client: ExportClient
  project: Project
  reading: Reading
}

/** Milliseconds that a question may keep others waiting. */
const patience = 800

/** What there is to export to, and what is asked about an export before it is made. */
export class ExportQuestions {
  exporters = $state.raw<ExporterInfo[]>([])
  /** Counts the tokens of datasets exactly; else they are estimated. */
  tokenizer = $state.raw<TokenizerFile>()
  readonly choices: ExportChoices
  protected readonly client: ExportClient
  protected readonly project: Project
  protected readonly reading: Reading
  #before = $state.raw<{ project: string; options: object }>()
  #unknown = $state.raw<{ project: string; why: string; goesOn: boolean }>()
  #listing: Promise<void> | undefined
  #looking: { cancel: AbortController; since: number } | undefined
  /** Questions that wait for an answer. */
  #asked = 0

  constructor({ database, client, project, reading }: ExportParts) {
    this.choices = new ExportChoices(database)
    this.client = client
    this.project = project
    this.reading = reading
  }

  /** Asks once what there is to export to. */
  load(): Promise<void> {
    this.#listing ??= this.#list()
    return this.#listing
  }

  /** What a person chose for an exporter; the rest is as it comes. */
  options(exporter: string): Choices {
    const info = this.exporters.find(({ id }) => id === exporter)
    if (!info) return {}
    const { id, cardWeights } = this.project
    return { ...this.choices.of(info, id), ...(info.writesRecords && { cardWeights }) }
  }

  /** What was chosen at the last export of the package: it holds where nothing is chosen now. */
  optionsBefore(exporter: string): object | undefined {
    const before = exporter === packageId ? this.#before : undefined
    return before?.project === this.project.id ? before.options : undefined
  }

  /** Why what is known of the project's earlier exports cannot be read; nothing where it can. */
  get ledgerTrouble(): string | undefined {
    return this.#unknown?.project === this.project.id ? this.#unknown.why : undefined
  }

  /** Whether the person exports all the same. */
  get goesOnWithout(): boolean {
    return this.ledgerTrouble !== undefined && (this.#unknown?.goesOn ?? false)
  }

  /** The person exports although every card counts as new. */
  goOnWithout(): void {
    if (this.#unknown) this.#unknown = { ...this.#unknown, goesOn: true }
  }

  /** Finds out whether what is known of earlier exports can be read. */
  async checkLedger(): Promise<void> {
    const { id: project } = this.project
    const why = await this.client.ledgerTrouble(project).catch(() => undefined)
    if (why === undefined) this.#unknown = undefined
    else if (this.#unknown?.project !== project) {
      this.#unknown = { project, why: worded(why), goesOn: false }
    }
  }

  /** Takes what a person chose for an exporter. */
  choose(exporter: ExporterInfo, key: string, value: ChoiceValue): void {
    this.choices.chooseIn(this.project.id, exporter, key, value)
  }

  /** How the package writes a card: as chosen on any visit, else as the project was exported last. */
  get packageOptions(): Partial<PackageOptions> {
    void this.choices.load()
    const { context, separator, prefixes } = this.choices.stored(packageId)
    return {
      ...this.optionsBefore(packageId),
      ...(typeof context === 'boolean' && { context }),
      ...(typeof separator === 'string' && { separator }),
      ...(typeof prefixes === 'boolean' && { prefixes })
    }
  }

  /**
   * What an exporter would write of the newest texts; rejects with words for the user, or as
   * cancelled when a newer question or an export would have had to wait for it.
   */
  async preview(exporter: string): Promise<Previewed> {
    const looking = { cancel: new AbortController(), since: performance.now() }
    this.#looking = looking
    const { signal } = looking.cancel
    const { id } = this.project
    try {
      const previewed = await this.noted(exporter, () =>
        this.ask(() => this.client.preview(this.job(exporter, this.options(exporter)), signal))
      )
      this.#remember(id, previewed.preview.before)
      return previewed
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

  /** A part of a list of the cards that a preview counted, or the look at an earlier export. */
  changes(
    of: ChangeKind,
    from: number,
    count: number,
    earlier?: EarlierFile
  ): Promise<ComparedCard[]> {
    return this.about(earlier, (job) => this.client.changes(job, of, from, count))
  }

  /** Asks about the cards of the newest texts, beside those of an earlier export where one is given. */
  about<Answer>(
    earlier: EarlierFile | undefined,
    question: (job: ExportJob, client: ExportClient) => Promise<Answer>
  ): Promise<Answer> {
    const job = () => ({ ...this.job(packageId, {}), ...(earlier && { earlier }) })
    return this.ask(() => question(job(), this.client))
  }

  /** The files that the zip of an exporter will hold; rejects with words for the user. */
  async parts(exporter: string): Promise<ZipPart[]> {
    try {
      return await this.ask(() => this.client.parts(this.job(exporter, this.options(exporter))))
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  /** One of them alone. */
  async part(exporter: string, path: string): Promise<WrittenFile | undefined> {
    return (await this.client.part(path)) ?? (await this.parts(exporter), this.client.part(path))
  }

  /** What a dataset of the newest texts would hold, by other options where wished; rejects with words for the user. */
  async stats(wishes: object = {}): Promise<DatasetStats> {
    try {
      return await this.ask(() =>
        this.client.stats(this.job('dataset', { ...this.options('dataset'), ...wishes }))
      )
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  /** The cards of the newest texts as Anki is to have them; rejects with words for the user. */
  async deliver(ask: AskOptions): Promise<Delivered> {
    try {
      const { id } = this.project
      const options = this.options(packageId)
      const delivered = await this.ask(() =>
        this.client.deliver(this.job(packageId, options), { ...ask, draw: drawDiagram })
      )
      this.#remember(id, delivered.delivery.before)
      return delivered
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error })
    }
  }

  /** Nobody looks any longer: lets the worker go with its copy of the project, unless it is needed. */
  rest(): void {
    const others = this.#asked - (this.#looking ? 1 : 0)
    if (others === 0) this.client.stop()
  }

  #remember(project: string, options: object | undefined): void {
    if (options) this.#before = { project, options }
  }

  async #list(): Promise<void> {
    const [exporters] = await Promise.all([this.client.list(), this.choices.load()]).catch(
      (error: unknown) => {
        this.#listing = undefined
        throw error
      }
    )
    this.exporters = exporters
  }

  /** Asks about the newest texts of a project, and once more where a cancelled question took the worker away. */
  protected async ask<Answer>(
    question: () => Promise<Answer>,
    asked = markOf(this.project)
  ): Promise<Answer> {
    this.#asked += 1
    try {
      await this.#handOver(asked)
      return await question().catch(async (error: unknown) => {
        if (this.client.holds || !isTrouble(error, 'failed')) throw error
        await this.#handOver(asked)
        return question()
      })
    } finally {
      this.#asked -= 1
    }
  }

  /** Makes the worker hold the newest texts of the project that was asked about. */
  async #handOver(asked: ProjectMark): Promise<void> {
    await this.load()
    await this.reading.settled()
    // What was read before the trouble is not what the person sees in the editor.
    if (this.reading.trouble !== undefined) throw new Unread(this.reading.trouble)
    await this.client.take(this.reading.compilation, (to) => this.reading.handOver(to))
    // Its texts would go out under the name, and be counted as the cards, of the other one.
    if (!isOpen(this.project, asked)) {
      throw new Unread(
        `Nothing was made of ${asked.name}, as another project was opened meanwhile. Open it again, and wait until it is done.`
      )
    }
  }

  /** Does what may take much memory, so that it can be told of where the browser cuts it off. */
  protected async noted<Result>(
    exporter: string,
    work: (note: (done: number, total: number) => void) => Promise<Result>
  ): Promise<Result> {
    const { noteWhile } = await import('./cut-off.ts')
    const info = this.exporters.find(({ id }) => id === exporter)
    return noteWhile(info ? worded(info.label) : exporter, work)
  }

  protected job(exporter: string, options: object): ExportJob {
    const { id, name, settings, media } = this.project
    return {
      project: id,
      exporter,
      options,
      name,
      settings,
      media,
      place: placeHere(),
      drawsDiagrams,
      ...(this.tokenizer && { tokenizer: this.tokenizer }),
      ...(this.goesOnWithout && { withoutLedger: true }),
      now: Date.now()
    }
  }
}

/** The texts could not be read or are not there any more; the message is a sentence for the user. */
class Unread extends Error {}

/** Why something was not written, in words for the user. */
export function reasonOf(error: unknown): string {
  const message = wordedError(error)
  if (error instanceof Unread || isTrouble(error, 'refused')) return message
  return `The file could not be written (${message}). Nothing is lost; try again.`
}
