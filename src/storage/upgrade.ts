import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { LaegnaSchema } from './schema.ts'

/** Of the database. Each gets a step below and a fixture in `test/storage`. */
export const version = 3

type UpgradeTransaction = IDBPTransaction<LaegnaSchema, StoreNames<LaegnaSchema>[], 'versionchange'>

/** One step for each version, none ever edited after its release; none rewrites a record. */
export function upgrade(
  database: IDBPDatabase<LaegnaSchema>,
  transaction: UpgradeTransaction,
  from: number
): void {
  if (from < 1) {
    database.createObjectStore('projects', { keyPath: 'id' })
    database.createObjectStore('files', { keyPath: ['projectId', 'path'] })
    database.createObjectStore('memory')
  }
  if (from < 2) {
    transaction.objectStore('files').createIndex('revision', ['projectId', 'revision'])
    const media = database.createObjectStore('media', { keyPath: ['projectId', 'path'] })
    media.createIndex('revision', ['projectId', 'revision'])
    database.createObjectStore('blobs', { keyPath: 'id' }).createIndex('project', 'projectId')
    database.createObjectStore('rivals', { keyPath: ['projectId', 'path', 'strand'] })
    database.createObjectStore('snapshots', { keyPath: ['projectId', 'at'] })
    database.createObjectStore('versions', { keyPath: ['projectId', 'path', 'revision'] })
    database.createObjectStore('ledgers')
  }
  if (from < 3) database.createObjectStore('typed', { keyPath: ['projectId', 'path', 'revision'] })
}
