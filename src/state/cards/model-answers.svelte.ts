import { wordedError } from '../page/worded.ts'
import * as v from 'valibot'
import type { Card } from '../../document/model.ts'
import { ExportError, readReport, type Report } from '../../laegna.ts'
import type { Database } from '../../storage/database.ts'
import { readStoredReport, storeReport } from '../../storage/reports.ts'
import type { Exporting } from '../export/exporting.svelte.ts'
import { cardKey } from './card-key.ts'
import type { CardViewer } from './card-viewer.svelte.ts'
import { Latest } from '../sync/latest.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { View } from '../page/view.svelte.ts'
import { isOpen, markOf } from '../project/project-mark.ts'
import type { Project } from '../project/project.svelte.ts'
import { openedSentence, strangerSentence, trainedSentence } from './report-words.ts'
import { ReportIndex } from './report-index.ts'
import { trainMore } from './train-more.ts'

/** Bytes: more than a hundred thousand answers. */
const sizeLimit = 50_000_000
/** Milliseconds after the last key: what was written anew asks for its identity then. */
const pause = 1500

/** What showing answers works with. */
export interface AnswerTools {
  cards: CardViewer
  project: Project
  exporting: Exporting
  notices: Notices
  view: View
}

/** Which cards the list shows. */
const filterSchema = v.picklist(['all', 'model', 'both'])

/** What a model answered to the cards of the open project, last. */
export class ModelAnswers {
  report = $state.raw<Report>()
  /** Finds the answers to a card; absent until the identities of the cards are known. */
  index = $state.raw<ReportIndex>()
  filter = $state<v.InferOutput<typeof filterSchema>>('all')
  /** Cards that a test of this visit asked and that were not known at once, by their keys. */
  missed = $state.raw<ReadonlySet<string>>(new Set())
  readonly #tools: AnswerTools
  readonly #database: Database
  readonly #latest = new Latest(() => this.#identify())

  constructor(tools: AnswerTools, database: Database) {
    this.#tools = tools
    this.#database = database
    tools.cards.asked = (card, wasKnown) => {
      const missed = new Set(this.missed)
      if (wasKnown) missed.delete(cardKey(card))
      else missed.add(cardKey(card))
      this.missed = missed
    }
  }

  /** Reads what is kept of the project that was opened. */
  async look(): Promise<void> {
    const { project } = this.#tools
    const mark = markOf(project)
    this.#show(undefined)
    this.missed = new Set()
    // Without storage nothing is kept.
    const report = await readStoredReport(this.#database, project.id).catch(() => undefined)
    if (isOpen(project, mark)) this.#show(report)
  }

  /** Takes a report.json; says why not where it is none, or of other cards. */
  async open(name: string, file: Blob): Promise<void> {
    const { notices } = this.#tools
    if (file.size >= sizeLimit) {
      notices.warn(
        `${name} is too large to be a report: it must stay below 50 MB. Ask fewer cards, as in evaluate.py --sample 50.`
      )
      return
    }
    try {
      await this.take(name, readReport(await file.text()))
    } catch (error) {
      const why =
        error instanceof ExportError
          ? wordedError(error)
          : 'it could not be read from the disk. Check that it is still there, and add it again.'
      notices.warn(`${name} was not taken: ${why}`)
    }
  }

  /** Takes which cards the list shows. */
  choose(filter: string): void {
    this.filter = v.is(filterSchema, filter) ? filter : 'all'
  }

  /** Keeps a report with the project and shows it, if it is of its cards. */
  async take(name: string, report: Report): Promise<void> {
    const { notices, project, view } = this.#tools
    const mark = markOf(project)
    const index = await this.#indexOf(report)
    if (!isOpen(project, mark)) return
    if (!index) {
      notices.warn(
        `${name} was not taken, because the texts of this project could not be read. Load this page again, and add it once more.`
      )
      return
    }
    if (index.found === 0) {
      notices.warn(strangerSentence(name, report, project.name))
      return
    }
    const before = this.report
    this.#show(report, index)
    void this.#keep(report)
    const undo = notices.undo(project, () => {
      this.#show(before)
      void this.#keep(before)
    })
    const show = { label: 'Show the cards', run: () => view.showList('cards') }
    notices.tell(openedSentence(report, index.found), [show, undo])
  }

  /** Forgets the answers; that can be undone. */
  forget(): void {
    const { notices, project } = this.#tools
    const before = this.report
    this.#show(undefined)
    void this.#keep(undefined)
    const undo = notices.undo(project, () => {
      this.#show(before)
      void this.#keep(before)
    })
    notices.tell('What the model answered is forgotten.', [undo])
  }

  /** Finds out the identities of cards that are new, once nobody has written for a while. */
  follow({ cards }: { cards: readonly Card[] }): void {
    const { report, index } = this
    if (!report || index?.knowsAll(cards)) return
    this.#latest.after(index ? pause : 0)
  }

  /**
   * Lets those of these cards that the model gets wrong come more often in the dataset, or all that it
   * gets wrong; that can be undone.
   */
  trainMore(cards?: readonly Card[]): void {
    const { report, index } = this
    const { notices, project } = this.#tools
    if (!report || !index) return
    const before = project.cardWeights
    const more = trainMore(report, cards ? index.guidsOf(cards) : index.guids, before)
    if (more.more > 0) project.weigh(more.weights)
    const undo = notices.undo(project, () => project.weigh(before))
    notices.tell(trainedSentence(more), more.more > 0 ? [undo] : [])
  }

  /** Lets all cards come equally often again; that can be undone. */
  trainAlike(): void {
    const { notices, project } = this.#tools
    const before = project.cardWeights
    project.weigh({})
    const undo = notices.undo(project, () => project.weigh(before))
    notices.tell('No card comes more often than others from now on.', [undo])
  }

  #show(report: Report | undefined, index?: ReportIndex): void {
    this.report = report
    this.index = index
    if (!report) this.filter = 'all'
  }

  async #keep(report: Report | undefined): Promise<void> {
    const { notices, project } = this.#tools
    try {
      await storeReport(this.#database, project.id, report)
    } catch {
      notices.warn(
        'The answers of the model are shown, but could not be stored: they are gone when this page is closed. Make room in this browser, and add the report again.'
      )
    }
  }

  async #identify(): Promise<void> {
    const { report } = this
    if (!report) return
    const index = await this.#indexOf(report)
    if (this.report === report) this.index = index
  }

  async #indexOf(report: Report): Promise<ReportIndex | undefined> {
    const { exporting, view } = this.#tools
    try {
      const known = await exporting.about(undefined, (job, client) => client.known(job))
      return new ReportIndex(report, known)
    } catch {
      // The reading says what is wrong with the texts; the next edit asks again.
      return undefined
    } finally {
      // Nobody else may need the worker with its copy of the project.
      if (view.sheet !== 'export' && view.page !== 'training') exporting.rest()
    }
  }
}
