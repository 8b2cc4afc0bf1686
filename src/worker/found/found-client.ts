import type { EditedCard, FindSettings, FoundWords, SourceFile } from '../../laegna.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import { deadlineFor } from '../protocol/deadline-for.ts'
import { inBatches } from '../protocol/in-batches.ts'
import type { FoundInFile, KnownFound, ReaderAnswer, ReaderRequest } from '../protocol/messages.ts'
import { startReader } from '../reader/start-reader.ts'
import { isTrouble } from '../protocol/trouble.ts'

/** Characters that are asked about at once: so far goes what a cancel or a deadline throws away. */
const batchSize = 250_000

/** Some files that were looked through. */
export interface FoundBatch {
  found: FoundInFile[]
  /** Paths of those that took too long and were left out. */
  slow: string[]
}

/** Finds cards in notes off the page's thread, batch by batch; the worker starts when first needed. */
export class FoundClient {
  readonly #bridge: WorkerBridge<ReaderRequest, ReaderAnswer>
  readonly #deadline: (characters: number) => number

  constructor(start = () => startReader('found'), deadline = deadlineFor) {
    this.#bridge = new WorkerBridge(start)
    this.#deadline = deadline
  }

  /** Looks through files in their order. Rejects with a `WorkerTrouble` where it is taken back or fails. */
  async *find(
    files: readonly SourceFile[],
    settings: FindSettings,
    signal: AbortSignal
  ): AsyncGenerator<FoundBatch> {
    for (const batch of inBatches(files, batchSize)) {
      yield await this.#look(batch, settings, signal)
    }
  }

  /** Gives a found card other words. Rejects with a `WorkerTrouble`. */
  async edit(
    file: SourceFile,
    card: KnownFound,
    words: FoundWords,
    settings: FindSettings
  ): Promise<EditedCard> {
    const request: ReaderRequest = { kind: 'edit-found', file, card, words, settings }
    const answer = await this.#bridge.ask(() => request, {
      deadline: this.#deadline(file.text.length)
    })
    if (answer.kind !== 'found-edited') throw new Error('The worker gave another answer.')
    return answer.edited
  }

  /** Ends the worker and the memory that it takes; the next question starts another. */
  stop(): void {
    this.#bridge.stop()
  }

  async #look(
    files: SourceFile[],
    settings: FindSettings,
    signal: AbortSignal
  ): Promise<FoundBatch> {
    const deadline = this.#deadline(files.reduce((sum, { text }) => sum + text.length, 0))
    const request: ReaderRequest = { kind: 'find-cards', files, settings }
    try {
      const answer = await this.#bridge.ask(() => request, { deadline, signal })
      if (answer.kind !== 'cards-found') throw new Error('The worker gave another answer.')
      const found = files.map((file, at) => ({ ...file, cards: answer.cards[at] ?? [] }))
      return { found, slow: [] }
    } catch (error) {
      if (!isTrouble(error, 'deadline')) throw error
      if (files.length === 1) return { found: [], slow: files.map(({ path }) => path) }
      // One of them is to blame: each by itself.
      const each: FoundBatch[] = []
      for (const file of files) each.push(await this.#look([file], settings, signal))
      return {
        found: each.flatMap(({ found }) => found),
        slow: each.flatMap(({ slow }) => slow)
      }
    }
  }
}
