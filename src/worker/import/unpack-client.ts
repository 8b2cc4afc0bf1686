import type { PackedFile, Unpacked } from '../../import/offered/unpack-offered.ts'
import type { BackupContents } from '../../storage/backup/read-backup.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import type { UnpackAnswer, UnpackRequest } from '../protocol/messages.ts'

const startWorker = () =>
  new Worker(new URL('./unpack-worker.ts', import.meta.url), { type: 'module', name: 'unpack' })

/** How a zip is asked for; cancelling ends its worker, wherever that is. */
export interface UnpackAsk {
  signal: AbortSignal
  progress: (done: number, total: number) => void
}

/** Reads zips off the page's thread; the worker starts when the first is asked for. Rejects with a `WorkerTrouble`. */
export class UnpackClient {
  readonly #bridge = new WorkerBridge<UnpackRequest, UnpackAnswer>(startWorker)

  /** Whether a zip is a package of cards from here, by the names in it. */
  async holdsLedger(blob: Blob): Promise<boolean> {
    const answer = await this.#bridge.ask(() => ({ kind: 'look', blob }))
    return answer.kind === 'looked' && answer.holdsLedger
  }

  /** The notes of a zip; what cannot be taken is named. */
  async unpack({ path, blob }: PackedFile, ask: UnpackAsk): Promise<Unpacked> {
    const answer = await this.#bridge.ask(() => ({ kind: 'unpack', path, blob }), ask)
    if (answer.kind !== 'unpacked') throw new Error('The worker gave another answer.')
    return answer.unpacked
  }

  /** What is in a backup. */
  async readBackup(blob: Blob, ask: UnpackAsk): Promise<BackupContents> {
    const answer = await this.#bridge.ask(() => ({ kind: 'backup', blob }), ask)
    if (answer.kind !== 'backup') throw new Error('The worker gave another answer.')
    return answer.contents
  }

  stop(): void {
    this.#bridge.stop()
  }
}
