import type {
  Card,
  DrawnCard,
  PackageOptions,
  Settings,
  SourceFile,
  TextEdit
} from '../../laegna.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import { deadlineFor } from '../protocol/deadline-for.ts'
import type { Drawn, ReaderAnswer, ReaderRequest } from '../protocol/messages.ts'
import type { FileNews } from '../protocol/text-news.ts'
import { isTrouble } from '../protocol/trouble.ts'
import { startReader } from './start-reader.ts'
import { UntoldEdits, type TypedFile } from './typed-file.ts'

/** A file to draw. */
export interface PreviewWish {
  file: TypedFile
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

  /** Of the file whose text the worker has: what was typed since. */
  #told: { path: string; edits: UntoldEdits } | undefined

  constructor(start = () => startReader('preview')) {
    this.#bridge = new WorkerBridge(start, () => this.forget())
  }

  /** Takes what was typed into a file. */
  type(path: string, edits: TextEdit[]): void {
    if (this.#told?.path === path && !this.#told.edits.add(edits)) this.forget()
  }

  /** The text of the file is another, however that came. */
  forget(): void {
    this.#told = undefined
  }

  /** The preview of a file. Rejects with a `WorkerTrouble`. */
  async render(wish: PreviewWish): Promise<Drawn> {
    const deadline = deadlineFor(wish.file.length)
    try {
      const request = (): ReaderRequest => ({ kind: 'render', ...wish, file: this.#tell(wish) })
      const answer = await this.#bridge.ask(request, { deadline })
      if (answer.kind !== 'rendered') throw new Error('The worker gave another answer.')
      return answer.drawn
    } catch (error) {
      if (isTrouble(error, 'failed')) this.forget()
      throw error
    }
  }

  /** The text, or what was typed since the worker was told of it. */
  #tell({ file, since }: PreviewWish): FileNews {
    const { path } = file
    if (since === undefined) return { path, text: file.text() }
    if (this.#told?.path === path) return this.#told.edits.take(file)
    this.#told = { path, edits: new UntoldEdits() }
    return { path, text: file.text() }
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
