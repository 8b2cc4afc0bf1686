import {
  compareWithLedger,
  type ExportInput,
  type Ledger,
  type LedgerComparison
} from '../laegna.ts'
import { Database } from '../storage/database.ts'
import { readLedger, readTakenGuids, saveLedger } from '../storage/ledgers.ts'

/** What a card's fate may be, as lists of a comparison. */
export type ChangeKind = keyof LedgerComparison

/**
 * Ledgers as the export worker needs them, past the page: one of a large project is megabytes. An
 * export's ledger is kept only when its files were handed over.
 */
export class LedgerKeeper {
  readonly #database = new Database()
  #comparison: LedgerComparison | undefined
  #waiting: { projectId: string; ledger: Ledger } | undefined

  /** What is known of a project's earlier exports; nothing where the browser stores nothing. */
  async read(projectId: string): Promise<Pick<ExportInput, 'ledger' | 'takenGuids'>> {
    try {
      const ledger = await readLedger(this.#database, projectId)
      const takenGuids = await readTakenGuids(this.#database, projectId)
      return { takenGuids, ...(ledger && { ledger }) }
    } catch {
      return {}
    }
  }

  /** Finds out how many cards are new, changed, unchanged and gone; `list` has them. */
  compare(input: ExportInput): Record<ChangeKind, number> {
    const { fresh, changed, unchanged, gone } = (this.#comparison = compareWithLedger(input))
    return {
      fresh: fresh.length,
      changed: changed.length,
      unchanged: unchanged.length,
      gone: gone.length
    }
  }

  /** A part of a list of the last comparison. */
  list(kind: ChangeKind, from: number, count: number): LedgerComparison[ChangeKind] {
    return this.#comparison?.[kind].slice(from, from + count) ?? []
  }

  /** Holds what an export gave, until it is told to keep it. */
  hold(projectId: string, ledger: Ledger): void {
    this.#waiting = { projectId, ledger }
  }

  /** Keeps what it holds: the files were handed over. */
  async keep(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) await saveLedger(this.#database, waiting.projectId, waiting.ledger)
  }
}
