import type { Settings, SourceFile } from '../laegna.ts'
import { WorkerBridge } from './bridge.ts'
import type { Piece } from './html-pieces.ts'
import type { ReaderAnswer, ReaderRequest } from './messages.ts'
import { startReader } from './start-reader.ts'

const deadline = 20_000

/** Draws one file in a worker of its own, so that a large project never delays what is seen. */
export class PreviewClient {
  readonly #bridge: WorkerBridge<ReaderRequest, ReaderAnswer>

  constructor(start = () => startReader('preview')) {
    this.#bridge = new WorkerBridge(start)
  }

  /** The preview in pieces (see `cutHtml`). Rejects with a `WorkerTrouble`. */
  async render(file: SourceFile, settings: Settings): Promise<Piece[]> {
    const answer = await this.#bridge.ask(() => ({ kind: 'render', file, settings }), { deadline })
    return answer.kind === 'rendered' ? answer.pieces : []
  }

  stop(): void {
    this.#bridge.stop()
  }
}
