import type { KeptCopy } from '../../storage/copies.ts'
import type { Database } from '../../storage/database.ts'

/** Not needed for the first key. */
const load = () => import('../../storage/copies.ts')

/** Copies of all projects from before an upgrade. */
export class Copies {
  list = $state.raw<KeptCopy[]>([])
  readonly #name: string

  constructor({ name }: Database) {
    this.#name = name
  }

  async load(): Promise<void> {
    const { listCopies } = await load()
    this.list = await listCopies(this.#name).catch(() => [])
  }

  /** All that a copy holds, as text. */
  async text(copy: KeptCopy): Promise<string> {
    const { readCopy } = await load()
    return readCopy(copy)
  }

  /** Ends a copy for good. */
  async end(copy: KeptCopy): Promise<void> {
    const { endCopy } = await load()
    await endCopy(copy)
    await this.load()
  }

  /** Ends those that are too old to be kept. */
  async endOld(): Promise<void> {
    const { endOldCopies } = await load()
    await endOldCopies(this.#name, Date.now()).catch(() => undefined)
  }
}
