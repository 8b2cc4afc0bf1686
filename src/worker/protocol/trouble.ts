import { SaidError } from '../../say/said-error.ts'
import type { Said } from '../../say/say.ts'

/**
 * Why a worker gave no answer: `deadline` it took too long and was ended; `cancelled` by the signal;
 * `refused` the message is a sentence for the user; `crashed` and `failed` are our own mistakes.
 */
export type WorkerTroubleReason = 'deadline' | 'cancelled' | 'refused' | 'crashed' | 'failed'

/** The one error that `WorkerBridge.ask` rejects with. */
export class WorkerTrouble extends SaidError {
  override name = 'WorkerTrouble'
  readonly reason: WorkerTroubleReason

  constructor(reason: WorkerTroubleReason, said: Said) {
    super(said)
    this.reason = reason
  }
}

/** Whether an error is a worker's trouble of one reason. */
export function isTrouble(error: unknown, reason: WorkerTroubleReason): boolean {
  return error instanceof WorkerTrouble && error.reason === reason
}
