import type { PageCompilation } from '../../worker/reader/page-problem.ts'
import type { Written } from '../../worker/protocol/messages.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { isOpen, markOf } from '../project/project-mark.ts'
import { drawDiagram } from './draw-diagram.ts'
import { ExportPlace } from './export-place.svelte.ts'
import { ExportQuestions, reasonOf, type ExportParts } from './export-questions.svelte.ts'

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

const nothing: Written = { files: [], notes: [], gone: [] }

/** What exporting works with. */
export interface ExportingParts extends ExportParts {
  /** Called when something was exported. */
  exported: () => void
  /** Called when what is known of earlier exports became another here. */
  learned: () => void
}

/** The export panel's state: where one is in it, and the export under way. */
export class Exporting extends ExportQuestions {
  readonly place = new ExportPlace(() => this.exporters)
  run = $state.raw<Run>()
  /** Grows when what is known of earlier exports became another. */
  learned = $state(0)
  readonly #exported: () => void
  readonly #learned: () => void
  #refused = $state.raw<{ read: PageCompilation; refusal: Refusal }>()
  /** Works that need what the worker holds, to its end. */
  #holding = 0
  #cancel: AbortController | undefined

  constructor(parts: ExportingParts) {
    super(parts)
    this.#exported = parts.exported
    this.#learned = parts.learned
  }

  /** Why the last export gave nothing; not of other texts than those of now. */
  get refusal(): Refusal | undefined {
    const refused = this.#refused
    return refused?.read === this.reading.compilation ? refused.refusal : undefined
  }

  /** Writes the files of one exporter from the newest texts; none where it was refused, and why. */
  async write(
    exporter: string,
    options: object = this.options(exporter)
  ): Promise<Written & { why?: string }> {
    if (this.run) return nothing
    const asked = markOf(this.project)
    this.hurry()
    const cancel = new AbortController()
    this.#cancel = cancel
    this.#refused = undefined
    this.run = { exporter, done: 0, total: 0 }
    const write = (note: (done: number, total: number) => void) => {
      const progress = (done: number, total: number): void => {
        this.run = { exporter, done, total }
        note(done, total)
      }
      const ask = { draw: drawDiagram, signal: cancel.signal, progress }
      return this.ask(() => this.client.run(this.job(exporter, options), ask), asked)
    }
    try {
      return await this.noted(exporter, write)
    } catch (error) {
      if (isTrouble(error, 'cancelled')) return nothing
      const why = reasonOf(error)
      // Who opened another project is not to read it as one of that.
      if (isOpen(this.project, asked)) {
        this.#refused = { read: this.reading.compilation, refusal: { exporter, why } }
      }
      return { ...nothing, why }
    } finally {
      this.run = undefined
    }
  }

  /**
   * Lets what is held of an export count as exported, and these notes, by their guids, as `added` straight
   * to Anki; gives what to say where that failed.
   */
  async keep(held: number | undefined, added: string[] = []): Promise<string[]> {
    this.#exported()
    if (held === undefined) return []
    try {
      await this.holding(() => this.client.keep(held, added))
      this.learn()
      return []
    } catch {
      return [
        'It could not be noted which cards were exported, so the next export counts them as new. Anki updates them all the same.'
      ]
    }
  }

  /** Does what needs the worker with all that it holds, although nobody may look any longer. */
  async holding<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#holding += 1
    try {
      return await work()
    } finally {
      this.#holding -= 1
    }
  }

  /** What is known of earlier exports became another here. */
  learn(): void {
    this.learned += 1
    this.#learned()
  }

  /** It became another in another tab. */
  hear(): void {
    void this.client.recount()
    this.learned += 1
  }

  /** Stops the export under way. */
  cancel(): void {
    this.#cancel?.abort()
  }

  override rest(): void {
    if (!this.run && this.#holding === 0) super.rest()
  }
}
