import { say, type Said } from '../../say/say.ts'
import type {
  ComparedCard,
  DatasetStats,
  DrawDiagram,
  ExamQuestion,
  Ledger,
  SourceFile
} from '../../laegna.ts'
import { WorkerBridge, type AskOptions } from '../protocol/bridge.ts'
import { answerDrawings } from '../protocol/drawing-line.ts'
import { inBatches } from '../protocol/in-batches.ts'
import { isTrouble, WorkerTrouble } from '../protocol/trouble.ts'
import type { PageCompilation } from '../reader/page-problem.ts'
import type { Adopted } from './earlier-export.ts'
import type { ChangeKind } from './ledger-keeper.ts'
import type { ZipPart } from './zip-parts.ts'
import type {
  Delivered,
  ExportAnswer,
  ExporterInfo,
  ExportOrder,
  ExportRequest,
  KnownCard,
  Written,
  WrittenFile
} from '../protocol/messages.ts'

const startWorker = () =>
  new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module', name: 'export' })

/** Splits and samples are drawn with this, so that the same project gives the same bytes. */
const seed = 1

/** Milliseconds for counting: tokens of 50 MB are counted in a third of that, and some tokenizers never end. */
const longest = 180_000

/** Characters of texts that are sent at once. */
const batchSize = 1_000_000

/** What to make of the project that the worker holds. */
export type ExportJob = Omit<ExportOrder, 'seed'>

/** How something is asked that may hold diagrams: `draw` draws them while the worker waits. */
type AskDrawn = AskOptions & { draw?: DrawDiagram }

/** What will come out; `changes` count the cards against the last export, where cards go out. */
export type Previewed = Omit<Extract<ExportAnswer, { kind: 'previewed' }>, 'kind'>

/** What the file of an earlier export would be for the project. */
export type Earlier = Omit<Extract<ExportAnswer, { kind: 'earlier' }>, 'kind'>

/** Asks the export worker, which is started when first needed and ended to cancel. */
export class ExportClient {
  readonly #bridge: WorkerBridge<ExportRequest, ExportAnswer>
  readonly #deadline: number
  #held: PageCompilation | undefined

  constructor(start: () => Worker = startWorker, deadline = longest) {
    this.#deadline = deadline
    this.#bridge = new WorkerBridge(start, () => (this.#held = undefined))
  }

  /** Whether the worker holds a project: one that was ended lost it. */
  get holds(): boolean {
    return this.#held !== undefined
  }

  /** What can be exported to, in the order of the panel. */
  async list(): Promise<ExporterInfo[]> {
    const answer = await this.#bridge.ask(() => ({ kind: 'list' }))
    return answer.kind === 'listed' ? answer.exporters : []
  }

  /** Makes the worker hold what was read; `handOver` posts it to the channel, unless it is there. */
  async take(read: PageCompilation, handOver: (to: MessagePort) => Promise<void>): Promise<void> {
    if (this.#held === read) return
    const { port1, port2 } = new MessageChannel()
    const lost = new AbortController()
    const coming = this.#bridge.ask(() => ({ kind: 'take', from: port2 }), {
      transfer: [port2],
      signal: lost.signal
    })
    // Heard below, after the more telling trouble of the other end.
    coming.catch(() => undefined)
    try {
      await handOver(port1)
    } catch (error) {
      lost.abort()
      throw error
    }
    await coming
    this.#held = read
  }

  /** What a dataset of the held project would hold, with its tokens counted. */
  async stats(job: ExportJob): Promise<DatasetStats> {
    const answer = await this.#count({ kind: 'stats', order: { ...job, seed } })
    if (answer.kind !== 'stats') throw new Error('The worker gave another answer.')
    return answer.stats
  }

  /** The cards as a model is asked them; rejects with reason `refused` where there is no dataset. */
  async exam(job: ExportJob, sample: number): Promise<ExamQuestion[]> {
    const order = { ...job, seed }
    const answer = await this.#count({ kind: 'exam', order, sample })
    return answer.kind === 'exam' ? answer.questions : []
  }

  /** The cards of the held project with their lasting identities. */
  async known(job: ExportJob): Promise<KnownCard[]> {
    const answer = await this.#bridge.ask(() => ({ kind: 'known', order: { ...job, seed } }))
    return answer.kind === 'known' ? answer.cards : []
  }

  /** About how many tokens each file is, in order. To send all of a large project at once, the page would stand still. */
  async tokens(files: readonly SourceFile[]): Promise<number[]> {
    const tokens: number[] = []
    for (const batch of inBatches(files, batchSize)) {
      const texts = batch.map(({ text }) => text)
      const answer = await this.#bridge.ask(() => ({ kind: 'tokens', texts }))
      if (answer.kind === 'tokens') for (const count of answer.tokens) tokens.push(count)
    }
    return tokens
  }

  /** What an exporter would write; rejects with reason `refused` where it would write nothing. */
  async preview(job: ExportJob, signal: AbortSignal): Promise<Previewed> {
    const answer = await this.#count({ kind: 'preview', order: { ...job, seed } }, signal)
    if (answer.kind !== 'previewed') throw new Error('The worker gave another answer.')
    return answer
  }

  /** A part of a list of the cards that a preview counted. */
  async changes(
    job: ExportJob,
    of: ChangeKind,
    from: number,
    count: number
  ): Promise<ComparedCard[]> {
    const order = { ...job, seed }
    const answer = await this.#bridge.ask(() => ({ kind: 'changes', order, of, from, count }))
    return answer.kind === 'changes' ? answer.cards : []
  }

  /** What the file of an earlier export would be; rejects with reason `refused` where it is none. */
  async earlier(job: ExportJob): Promise<Earlier> {
    const answer = await this.#bridge.ask(() => ({ kind: 'earlier', order: { ...job, seed } }))
    if (answer.kind !== 'earlier') throw new Error('The worker gave another answer.')
    return answer
  }

  /** Takes the cards of that file over. */
  async adopt(job: ExportJob): Promise<Adopted> {
    const answer = await this.#bridge.ask(() => ({ kind: 'adopt', order: { ...job, seed } }))
    if (answer.kind !== 'adopted') throw new Error('The worker gave another answer.')
    return answer.adopted
  }

  /** Lets the next export write each note anew. */
  async renew(project: string): Promise<Adopted> {
    const answer = await this.#bridge.ask(() => ({ kind: 'renew', project }))
    if (answer.kind !== 'adopted') throw new Error('The worker gave another answer.')
    return answer.adopted
  }

  /** Takes notes that Anki has into what is known of a project's earlier exports. */
  async learn(project: string, ledger: Ledger): Promise<Adopted> {
    const answer = await this.#bridge.ask(() => ({ kind: 'learn', project, ledger }))
    if (answer.kind !== 'adopted') throw new Error('The worker gave another answer.')
    return answer.adopted
  }

  /** Why what is known of a project's earlier exports cannot be read; nothing where it can. */
  async ledgerTrouble(project: string): Promise<Said | undefined> {
    const answer = await this.#bridge.ask(() => ({ kind: 'ledger-trouble', project }))
    return answer.kind === 'ledger-trouble' ? answer.trouble : undefined
  }

  /** Takes that back; rejects with reason `refused` where something was exported since. */
  async putBack(project: string, adopted: Adopted): Promise<void> {
    await this.#bridge.ask(() => ({ kind: 'put-back', project, adopted }))
  }

  /** The files that the zip of an exporter will hold. */
  async parts(job: ExportJob): Promise<ZipPart[]> {
    const answer = await this.#bridge.ask(() => ({ kind: 'parts', order: { ...job, seed } }))
    return answer.kind === 'parts' ? answer.parts : []
  }

  /** One of the files that were listed last; nothing where the worker was ended since. */
  async part(path: string): Promise<WrittenFile | undefined> {
    const answer = await this.#bridge.ask(() => ({ kind: 'part', path }))
    return answer.kind === 'part' ? answer.file : undefined
  }

  /**
   * Lets what is held of an export count as exported, and some notes, by their guids, as added straight
   * to Anki; rejects where it is held no more.
   */
  async keep(held: number, added: string[] = []): Promise<void> {
    await this.#bridge.ask(() => ({ kind: 'keep', held, added }))
  }

  /** Counts cards anew from now on: another tab has exported some. */
  async recount(): Promise<void> {
    if (this.holds) await this.#bridge.ask(() => ({ kind: 'recount' })).catch(() => undefined)
  }

  /** Runs one exporter; rejects with reason `refused` where the input gives no sound file. */
  async run(job: ExportJob, ask: AskDrawn = {}): Promise<Written> {
    const answer = await this.#askDrawn('export', job, ask)
    if (answer.kind !== 'exported') throw new Error('The worker gave another answer.')
    return answer.written
  }

  /** The cards as Anki is to have them; rejects with reason `refused` where there is none. */
  async deliver(job: ExportJob, ask: AskDrawn = {}): Promise<Delivered> {
    const answer = await this.#askDrawn('deliver', job, ask)
    if (answer.kind !== 'delivered') throw new Error('The worker gave another answer.')
    return answer.delivered
  }

  /** Asks what may count tokens: with a tokenizer of a stranger that need not end. */
  async #count(
    request: Extract<ExportRequest, { kind: 'stats' | 'exam' | 'preview' }>,
    signal?: AbortSignal
  ): Promise<ExportAnswer> {
    const deadline = this.#deadline
    try {
      return await this.#bridge.ask(() => request, { deadline, ...(signal && { signal }) })
    } catch (error) {
      const { tokenizer } = request.order
      if (!tokenizer || !isTrouble(error, 'deadline')) throw error
      throw new WorkerTrouble(
        'deadline',
        say(
          '{name} is no tokenizer that can be read here ({why}). Take the tokenizer.json from the page of the model on the Hugging Face hub, or leave it out: tokens are estimated then.',
          { name: tokenizer.name, why: say('It took too long.') }
        )
      )
    }
  }

  async #askDrawn(
    kind: 'export' | 'deliver',
    job: ExportJob,
    { draw, ...ask }: AskDrawn
  ): Promise<ExportAnswer> {
    const request: ExportRequest = { kind, order: { ...job, seed } }
    if (!draw) return this.#bridge.ask(() => request, ask)
    const { port, close } = answerDrawings(draw)
    const drawing = { ...request, drawings: port }
    try {
      return await this.#bridge.ask(() => drawing, { ...ask, transfer: [port] })
    } finally {
      close()
    }
  }

  stop(): void {
    this.#bridge.stop()
  }
}
