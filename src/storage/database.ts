import { openDB, type IDBPDatabase } from 'idb'
import type { LaegnaSchema } from './schema.ts'
import { upgrade, version } from './upgrade.ts'

/** Trouble with the connection, for the user: a sentence that says what to do. */
export type DatabaseNotice = (sentence: string) => void

/** The browser's database: one connection that everything shares, opened again when it was lost. */
export class Database {
  readonly name: string
  #opening: Promise<IDBPDatabase<LaegnaSchema>> | undefined
  readonly #notice: DatabaseNotice

  constructor(name = 'laegna', notice: DatabaseNotice = () => undefined) {
    this.name = name
    this.#notice = notice
  }

  /** The connection; rejects where the browser allows no storage. A later call tries again. */
  open(): Promise<IDBPDatabase<LaegnaSchema>> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  /** Ends the connection; `open` makes a new one. */
  async close(): Promise<void> {
    const opening = this.#opening
    this.#opening = undefined
    const database = await opening?.catch(() => undefined)
    database?.close()
  }

  async #connect(): Promise<IDBPDatabase<LaegnaSchema>> {
    await this.#keepCopy()
    return openDB<LaegnaSchema>(this.name, version, {
      upgrade: (database, from, _to, transaction) => upgrade(database, transaction, from),
      blocked: () => {
        this.#notice(
          'Another tab still uses an older version of Laegna. Close it, and this one goes on.'
        )
      },
      blocking: () => {
        void this.close()
        this.#notice('A newer version of Laegna was opened in another tab. Reload this tab.')
      },
      terminated: () => {
        this.#opening = undefined
      }
    })
  }

  /** Without room for a copy the upgrade goes on: it is one transaction, whole or not at all. */
  async #keepCopy(): Promise<void> {
    if (!(await mayBeOlder(this.name))) return
    try {
      const { keepCopy } = await import('./keep-copy.ts')
      await keepCopy(this.name)
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'QuotaExceededError') throw error
      this.#notice(
        'There was no room to keep a copy of your projects before this update. Free disk space, or delete what you no longer need.'
      )
    }
  }
}

/** Whether a database of an older version stands here, as far as the browser tells. */
async function mayBeOlder(name: string): Promise<boolean> {
  if (!('databases' in indexedDB)) return true
  const known = (await indexedDB.databases()).find((database) => database.name === name)
  return (known?.version ?? version) < version
}
