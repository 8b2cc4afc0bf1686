import { deleteDB, openDB } from 'idb'
import { rawText } from './raw-text.ts'

/** How long a copy from before an upgrade is kept, in milliseconds. */
export const copyKeeps = 30 * 24 * 60 * 60 * 1000

/** A copy that was made before an upgrade. */
export interface KeptCopy {
  name: string
  /** Milliseconds since 1970. */
  at: number
}

/** Copies of older versions of a database; none where the browser does not list its databases. */
export async function listCopies(name: string): Promise<KeptCopy[]> {
  if (!('databases' in indexedDB)) return []
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const copies: KeptCopy[] = []
  for (const copyName of names.filter((one) => one.startsWith(`${name} version `))) {
    const copy = await openDB(copyName)
    const at: unknown = copy.objectStoreNames.contains('copied')
      ? await copy.get('copied', 'at')
      : undefined
    copy.close()
    if (typeof at === 'number') copies.push({ name: copyName, at })
  }
  return copies
}

/** All records of a copy as text. */
export async function readCopy({ name }: KeptCopy): Promise<string> {
  const copy = await openDB(name)
  const stores: Record<string, unknown[]> = {}
  for (const store of copy.objectStoreNames) stores[store] = await copy.getAll(store)
  copy.close()
  return rawText(stores)
}

/** Ends a copy for good. */
export function endCopy({ name }: KeptCopy): Promise<void> {
  return deleteDB(name)
}

/** Ends copies older than `copyKeeps`. */
export async function endOldCopies(name: string, now: number): Promise<void> {
  for (const copy of await listCopies(name)) if (now - copy.at >= copyKeeps) await endCopy(copy)
}
