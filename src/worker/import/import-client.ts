import { say } from '../../say/say.ts'
import type { Pasted, PastedHtml } from '../../import/html/pasted-html.ts'
import type { ImportAnswers, Imported, ImportSource } from '../../import/importer.ts'
import { importKindOf, type ImportKind } from '../../import/kinds.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import type { ImportAnswer, ImportRequest } from '../protocol/messages.ts'
import { isTrouble, WorkerTrouble } from '../protocol/trouble.ts'

const startWorker = () =>
  new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'import' })

/** How a file is asked for. */
export interface ImportAsk {
  answers?: ImportAnswers
  signal: AbortSignal
  progress?: (done: number, total: number) => void
}

/** Converts files of other programs off the page's thread; the worker starts when first needed. */
export class ImportClient {
  readonly #bridge: WorkerBridge<ImportRequest, ImportAnswer>

  constructor(start: () => Worker = startWorker) {
    this.#bridge = new WorkerBridge(start)
  }

  /** Converts a file. Rejects with a `WorkerTrouble`, whose message names it and says what to do. */
  async convert(
    source: ImportSource,
    { answers = {}, signal, progress = () => undefined }: ImportAsk
  ): Promise<Imported> {
    const isPressed = pressed.has(importKindOf(source.path))
    const deadline = deadlineFor(source.blob.size) + (isPressed ? pressedDeadline : 0)
    const request: ImportRequest = { kind: 'file', source, answers }
    try {
      const answer = await this.#bridge.ask(() => request, { deadline, signal, progress })
      if (answer.kind !== 'imported') throw new Error('The worker gave another answer.')
      return answer.imported
    } catch (error) {
      if (!isTrouble(error, 'deadline')) throw error
      throw new WorkerTrouble(
        'deadline',
        say('{path} took too long to read. Split it, or save it as plain text.', {
          path: source.path
        })
      )
    }
  }

  /** Converts rich text; `undefined` where its plain form says as much. Rejects with a `WorkerTrouble`. */
  async paste(pasted: PastedHtml): Promise<Pasted | undefined> {
    const deadline = deadlineFor(pasted.html.length)
    const answer = await this.#bridge.ask(() => ({ kind: 'paste', pasted }), { deadline })
    if (answer.kind !== 'pasted') throw new Error('The worker gave another answer.')
    return answer.pasted
  }

  stop(): void {
    this.#bridge.stop()
  }
}

/** Kinds that are zips: their bytes say little of how much they hold. */
const pressed: ReadonlySet<ImportKind | undefined> = new Set(['deck', 'docx', 'epub'])

/** Milliseconds more for those. */
const pressedDeadline = 600_000

/** Milliseconds for a file of that many bytes: a large one is waited for, one that never ends is not. */
function deadlineFor(bytes: number): number {
  return 60_000 + Math.ceil(bytes / 500)
}
