import type { Card, DrawnCard, PackageOptions, Settings, SourceFile } from '../../laegna.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import { deadlineFor } from '../protocol/deadline-for.ts'
import type { Drawn, ReaderAnswer, ReaderRequest } from '../protocol/messages.ts'
import { startReader } from './start-reader.ts'

/** A file to draw. */
export interface PreviewWish {
  file: SourceFile
  settings: Settings
  /** Paths of the project's pictures, sounds and films. */
  media: readonly string[]
  /** Paths of its texts. */
  notes: readonly string[]
  /** Those of them that it may embed. */
  texts: readonly SourceFile[]
  /** Version that is on screen, so that only the difference comes; without one nothing is kept. */
  since?: number
}

/** Draws one file in a worker of its own, so that a large project never delays what is seen. */
export class PreviewClient {
  readonly #bridge: WorkerBridge<ReaderRequest, ReaderAnswer>

  constructor(start = () => startReader('preview')) {
    this.#bridge = new WorkerBridge(start)
  }

  /** The preview of a file. Rejects with a `WorkerTrouble`. */
  async render(wish: PreviewWish): Promise<Drawn> {
    const deadline = deadlineFor(wish.file.text.length)
    const answer = await this.#bridge.ask(() => ({ kind: 'render', ...wish }), { deadline })
    if (answer.kind !== 'rendered') throw new Error('The worker gave another answer.')
    return answer.drawn
  }

  /** A card as Anki will show it. Rejects with a `WorkerTrouble`. */
  async drawCard(
    card: Card,
    options: Partial<PackageOptions>,
    settings: Settings
  ): Promise<DrawnCard> {
    const deadline = deadlineFor(card.question.length + card.answer.length)
    const request: ReaderRequest = { kind: 'draw-card', card, options, settings }
    const answer = await this.#bridge.ask(() => request, { deadline })
    if (answer.kind !== 'card-drawn') throw new Error('The worker gave another answer.')
    return answer.card
  }

  stop(): void {
    this.#bridge.stop()
  }
}
