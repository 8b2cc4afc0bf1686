import * as v from 'valibot'
import type { Database } from './database.ts'
import { remember } from './memory.ts'

const key = 'build'
const buildSchema = v.pipe(v.union([v.number(), v.string()]), v.toNumber())

/** When this build of the page was made, in milliseconds since 1970: later builds have more. */
export const build = v.parse(buildSchema, import.meta.env['LAEGNA_BUILD'])

/** The store that holds the small memory, inside a transaction that may write. */
interface Memory {
  get(key: string): Promise<unknown>
  put(value: string, key: string): Promise<unknown>
}

/** This page is older than another that works on the same projects: it must not write any more. */
export class OldBuild extends Error {
  override name = 'OldBuild'
}

/**
 * Lets a save through and marks the storage as this build's; throws `OldBuild` where a newer one
 * has marked it.
 */
export async function guardBuild(memory: Memory): Promise<void> {
  const read = v.safeParse(buildSchema, await memory.get(key))
  const last = read.success ? read.output : 0
  if (last > build) throw new OldBuild('A newer build of the page has written since.')
  if (last < build) await memory.put(String(build), key)
}

/**
 * Marks the storage as this build's at the start of a page: an older one that was put back on
 * purpose can work on, and a newer one that is still open takes the mark back with its next save.
 */
export async function markBuild(database: Database): Promise<void> {
  await remember(database, key, String(build))
}
