import { openDB, type IDBPDatabase } from 'idb'
import { version } from './upgrade.ts'

/** Bytes of media would take their room twice; no step of an upgrade touches them. */
const leftOut = 'blobs'
const mark = 'copied'

/**
 * Before an upgrade: copies all records of a database of an older version, as they are, into one
 * named after it, and gives that name; `undefined` where there is nothing to upgrade. The copy is
 * written whole or not at all.
 */
export async function keepCopy(name: string): Promise<string | undefined> {
  const old = await openOlder(name)
  if (!old) return undefined
  try {
    const copyName = `${name} version ${old.version}`
    const stores = [...old.objectStoreNames].filter((store) => store !== leftOut)
    const keyPaths = keyPathsOf(old, stores)
    const copy = await openDB(copyName, 1, {
      upgrade: (database) => {
        for (const [store, keyPath] of keyPaths) database.createObjectStore(store, { keyPath })
        database.createObjectStore(mark)
      }
    })
    try {
      await fill(old, copy, stores)
    } finally {
      copy.close()
    }
    return copyName
  } finally {
    old.close()
  }
}

function keyPathsOf(database: IDBPDatabase, stores: string[]) {
  if (stores.length === 0) return []
  const transaction = database.transaction(stores)
  return stores.map((store) => [store, transaction.objectStore(store).keyPath] as const)
}

/** Waits for the end of the reading: as long as it runs, its connection cannot be closed. */
async function readAll(database: IDBPDatabase, stores: string[]) {
  if (stores.length === 0) return []
  const reading = database.transaction(stores)
  const contents = stores.map(async (store) => ({
    store,
    keys: await reading.objectStore(store).getAllKeys(),
    values: await reading.objectStore(store).getAll()
  }))
  const [read] = await Promise.all([Promise.all(contents), reading.done])
  return read
}

async function fill(old: IDBPDatabase, copy: IDBPDatabase, stores: string[]): Promise<void> {
  if ((await copy.get(mark, 'at')) !== undefined) return
  const contents = await readAll(old, stores)
  const writing = copy.transaction([...stores, mark], 'readwrite', { durability: 'strict' })
  const requests = contents.flatMap(({ store, keys, values }) => {
    const target = writing.objectStore(store)
    return values.map((value, at) =>
      target.put(value, target.keyPath === null ? keys[at] : undefined)
    )
  })
  await Promise.all([...requests, writing.objectStore(mark).put(Date.now(), 'at'), writing.done])
}

/** Opens a database as it is, if it stands and is older than this page. */
async function openOlder(name: string): Promise<IDBPDatabase | undefined> {
  const isNew = { value: false }
  const opening = openDB(name, undefined, {
    upgrade: (_database, _from, _to, transaction) => {
      // There is none yet: asking must not make one.
      isNew.value = true
      transaction.done.catch(() => undefined)
      transaction.abort()
    }
  })
  const database = await opening.catch((error: unknown) => {
    if (isNew.value) return undefined
    throw error
  })
  if (!database || database.version < version) return database
  database.close()
  return undefined
}
