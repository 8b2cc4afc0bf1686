import type { DatasetStats, ExportInput, ExportResult } from '../laegna.ts'
import { WorkerBridge, type AskOptions } from './bridge.ts'
import type { ExportAnswer, ExporterInfo, ExportRequest } from './messages.ts'

const startWorker = () =>
  new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module', name: 'export' })

/** Splits and samples are drawn with this, so that the same project gives the same bytes. */
const seed = 1

/** One run of an exporter; `options` are over its defaults. */
export interface ExportJob {
  exporter: string
  input: ExportInput
  options: object
  now: number
}

/** Asks the export worker, which is started when first needed and ended to cancel. */
export class ExportClient {
  readonly #bridge: WorkerBridge<ExportRequest, ExportAnswer>

  constructor(start: () => Worker = startWorker) {
    this.#bridge = new WorkerBridge(start)
  }

  /** What can be exported to, in the order of the panel. */
  async list(): Promise<ExporterInfo[]> {
    const answer = await this.#bridge.ask(() => ({ kind: 'list' }))
    return answer.kind === 'listed' ? answer.exporters : []
  }

  /** What a dataset of this project would hold, with its tokens counted. */
  async stats(input: ExportInput, options: object, ask: AskOptions = {}): Promise<DatasetStats> {
    const answer = await this.#bridge.ask(() => ({ kind: 'stats', input, options, seed }), ask)
    if (answer.kind !== 'stats') throw new Error('The worker gave another answer.')
    return answer.stats
  }

  /** Runs one exporter; rejects with reason `refused` where the input gives no sound file. */
  async run(
    { exporter, input, options, now }: ExportJob,
    ask: AskOptions = {}
  ): Promise<ExportResult> {
    const request: ExportRequest = { kind: 'export', exporter, input, options, now, seed }
    const answer = await this.#bridge.ask(() => request, ask)
    if (answer.kind !== 'exported') throw new Error('The worker gave another answer.')
    return answer.result
  }

  stop(): void {
    this.#bridge.stop()
  }
}
