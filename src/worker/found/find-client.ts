import type { SourceFile } from '../../laegna.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import type { FindQuery, FoundFile } from './find-text.ts'
import { inBatches } from '../protocol/in-batches.ts'
import type { FindAnswer, FindRequest } from '../protocol/messages.ts'

const startWorker = () =>
  new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module', name: 'find' })

/** Milliseconds for a batch: a plain search of it takes a hundredth of that. */
const deadline = 5000
const batchSize = 1_000_000

/** Finds and replaces in all files off the page's thread; the worker starts when first needed. */
export class FindClient {
  readonly #bridge: WorkerBridge<FindRequest, FindAnswer>

  constructor(start: () => Worker = startWorker) {
    this.#bridge = new WorkerBridge(start)
  }

  /** Finds a query batch by batch, at most `most` places. Rejects with a `WorkerTrouble`. */
  async *find(
    files: SourceFile[],
    query: FindQuery,
    most: number,
    signal: AbortSignal
  ): AsyncGenerator<FoundFile[]> {
    let left = most
    for (const batch of inBatches(files, batchSize)) {
      const request: FindRequest = { kind: 'find', files: batch, query, most: left }
      const answer = await this.#bridge.ask(() => request, { deadline, signal })
      if (answer.kind !== 'found') throw new Error('The worker gave another answer.')
      left -= answer.files.reduce((sum, { matches }) => sum + matches.length, 0)
      yield answer.files
    }
  }

  /** Replaces all matches, or the one that starts at `only`. Rejects with a `WorkerTrouble`. */
  async replace(
    files: SourceFile[],
    query: FindQuery,
    replacement: string,
    only?: number
  ): Promise<{ files: SourceFile[]; count: number }> {
    const all: { files: SourceFile[]; count: number } = { files: [], count: 0 }
    for (const batch of inBatches(files, batchSize)) {
      const request: FindRequest = {
        kind: 'replace',
        files: batch,
        query,
        replacement,
        ...(only !== undefined && { only })
      }
      const answer = await this.#bridge.ask(() => request, { deadline })
      if (answer.kind !== 'replaced') throw new Error('The worker gave another answer.')
      for (const one of answer.files) all.files.push(one)
      all.count += answer.count
    }
    return all
  }
}
