import * as v from 'valibot'
import { say, type Said } from '../../say/say.ts'
import {
  addedStraight,
  compareWithLedger,
  ExportError,
  ledgerSchema,
  mergeLedgers,
  renewedLedger,
  type Comparable,
  type Compilation,
  type ExportInput,
  type Ledger,
  type LedgerComparison
} from '../../laegna.ts'
import { Database } from '../../storage/database.ts'
import { describeStorageTrouble } from '../../storage/trouble.ts'
import {
  putBackLedger,
  readLedger,
  readSoundLedger,
  readTakenGuids,
  readCardsOfOthers,
  saveLedger,
  UnreadableLedger
} from '../../storage/ledgers.ts'
import type { Adopted } from './earlier-export.ts'
import { sharedCardWarnings } from './shared-cards-warning.ts'

/** What a card's fate may be, as lists of a comparison. */
export type ChangeKind = keyof LedgerComparison

/** What is known of the earlier exports of a project. */
export interface KnownExports extends Pick<ExportInput, 'ledger' | 'takenGuids'> {
  /** Why what is known cannot be read, as a sentence. */
  trouble?: Said
}

/**
 * Ledgers as the export worker needs them, past the page: one of a large project is megabytes. An
 * export's ledger is kept only when its files were handed over.
 */
export class LedgerKeeper {
  readonly #database: Database
  #compared: { compilation: Compilation; media: string; comparison: LedgerComparison } | undefined
  /** Oldest first. */
  #held: { id: number; projectId: string; ledger: Ledger }[] = []
  #lastId = 0

  constructor(database = new Database()) {
    this.#database = database
  }

  /**
   * What is known of a project's earlier exports; nothing where the browser stores nothing. In `trouble`
   * stands why there may have been some all the same, for the person.
   */
  async read(projectId: string): Promise<KnownExports> {
    if (!(await this.#canStore())) return {}
    try {
      const ledger = await readLedger(this.#database, projectId)
      const takenGuids = await readTakenGuids(this.#database, projectId)
      return { takenGuids, ...(ledger && { ledger }) }
    } catch (error) {
      return { trouble: troubleOf(error) }
    }
  }

  async #canStore(): Promise<boolean> {
    try {
      await this.#database.open()
      return true
    } catch (error) {
      // So browsers refuse all storage, as in private browsing: nothing was ever kept.
      const name = error instanceof Error ? error.name : ''
      if (name === 'SecurityError' || name === 'InvalidStateError') return false
      return true
    }
  }

  /** The cards of a project against its last export; worked out once for each state of both. */
  compare(input: Comparable): LedgerComparison {
    const { compilation, mediaNames = [] } = input
    const media = [...mediaNames].join('\n')
    if (this.#compared?.compilation !== compilation || this.#compared.media !== media) {
      this.#compared = { compilation, media, comparison: compareWithLedger(input) }
    }
    return this.#compared.comparison
  }

  /** What to know where cards that are new here went to Anki from another project already. */
  async sharedCardWarnings(projectId: string, { fresh }: LedgerComparison): Promise<Said[]> {
    const cards = fresh.flatMap(({ before, after }) => (!before && after ? after : []))
    if (cards.length === 0) return []
    try {
      return sharedCardWarnings(await readCardsOfOthers(this.#database, projectId, cards))
    } catch {
      return []
    }
  }

  /** Lets the next comparison be worked out anew. */
  recount(): void {
    this.#compared = undefined
  }

  /** Puts a ledger in place of a project's own, or takes that away. */
  async put(projectId: string, ledger: Ledger | undefined): Promise<void> {
    this.#held = []
    this.#compared = undefined
    await putBackLedger(this.#database, projectId, ledger)
  }

  /** Lets the next export write each note anew; throws `ExportError` where there was none before. */
  async renew(projectId: string): Promise<Adopted> {
    const before = await readLedger(this.#database, projectId)
    if (!before) throw new ExportError(say('Nothing of this project was exported yet.'))
    const after = renewedLedger(before)
    await this.put(projectId, after)
    return { before, after }
  }

  /** Takes notes that Anki has into a project's ledger. */
  async learn(projectId: string, ledger: Ledger): Promise<Adopted> {
    const before = await readLedger(this.#database, projectId)
    const after = before ? mergeLedgers(before, ledger) : ledger
    await this.put(projectId, after)
    return { before, after }
  }

  /** Puts back what was there before; throws `ExportError` where something was exported since. */
  async putBack(projectId: string, { before, after }: Adopted): Promise<void> {
    const now = await readLedger(this.#database, projectId)
    // What is read comes in the order of the schema.
    if (JSON.stringify(now) !== JSON.stringify(v.parse(ledgerSchema, after))) {
      throw new ExportError(
        say(
          'These cards were exported since. To forget them now would give them to Anki a second time, so they stay as they are.'
        )
      )
    }
    await this.put(projectId, before)
  }

  /** Holds what an export gave, until it is told to keep it; gives the id to name it by then. */
  hold(projectId: string, ledger: Ledger): number {
    const id = ++this.#lastId
    // One for Anki and one for the downloads may wait at a time; who asked for older ones has gone.
    this.#held = [...this.#held.slice(-1), { id, projectId, ledger }]
    return id
  }

  /** Keeps what it holds by an id, of which Anki got some notes `added`. Throws where it is gone. */
  async keep(id: number, added: string[]): Promise<void> {
    const held = this.#held.find((one) => one.id === id)
    if (!held) throw new Error('What was exported is not held any more.')
    this.#held = this.#held.filter((one) => one !== held)
    this.#compared = undefined
    const { projectId } = held
    const ledger = added.length > 0 ? addedStraight(held.ledger, added) : held.ledger
    // Something else, perhaps in another tab, may have been exported meanwhile. What is damaged is
    // put aside: the person chose to go on without it.
    const stored = await readSoundLedger(this.#database, projectId)
    await saveLedger(this.#database, projectId, stored ? mergeLedgers(ledger, stored) : ledger)
  }
}

function troubleOf(error: unknown): Said {
  if (error instanceof UnreadableLedger) return error.said
  return say('What this project gave to Anki before cannot be looked up: {why}', {
    why: describeStorageTrouble(error)
  })
}
