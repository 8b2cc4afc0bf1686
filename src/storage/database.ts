import { openDB, type IDBPDatabase } from 'idb'
import type { LaegnaSchema } from './schema.ts'

const version = 1

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

  #connect(): Promise<IDBPDatabase<LaegnaSchema>> {
    return openDB<LaegnaSchema>(this.name, version, {
      upgrade(database, from) {
        // One step for each version, none ever edited after its release.
        if (from < 1) {
          database.createObjectStore('projects', { keyPath: 'id' })
          database.createObjectStore('files', { keyPath: ['projectId', 'path'] })
          database.createObjectStore('memory')
        }
      },
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
}
