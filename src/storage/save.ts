import * as v from 'valibot'
import type { TextEdit } from '../laegna.ts'
import { guardBuild } from './build.ts'
import type { Database } from './database.ts'
import { inTurns } from './in-turns.ts'
import { mergePaths } from './merge-paths.ts'
import { rawText } from './raw-text.ts'
import {
  projectSchema,
  type FileRecord,
  type ProjectRecord,
  type ConflictRecord,
  type TypedRecord
} from './schema.ts'
import { readText, takesTyping, typedOf, type TextStores } from './stored-texts.ts'

/** A text to be stored. */
export interface FileToStore {
  path: string
  /** Asked for only where it is written whole, or compared. */
  readonly text: string
  /** Revision of the stored text that this one was made of; 0 where the file is new. */
  base: number
  /** The editing that it came from: see `FileRecord`. */
  strand: string
  /** How it was typed on from the text of `base`, as far as that is known. */
  typed?: { rounds: TextEdit[][]; length: number }
}

/** What a save writes: only what changed. */
export interface ProjectChange {
  put: FileToStore[]
  remove: Pick<FileToStore, 'path' | 'base'>[]
  record: Partial<Pick<ProjectRecord, 'name' | 'settings' | 'sample' | 'skipped' | 'cardWeights'>>
  /** The order of the files as it was stored when last seen, and as it shall be. */
  paths?: { before: string[]; after: string[] }
}

/** What came of a save. */
export interface Saved {
  revision: number
  /** Another tab has stored something since the revision that was seen last. */
  behind: boolean
  /** Files that another tab had changed, too: its text is kept beside ours, as a conflict. */
  conflicts: string[]
  /** Files that were not removed, because another tab had changed them. */
  kept: string[]
}

/** The stored project is gone, damaged or in the bin: nothing can be saved onto it. */
export class ProjectGone extends Error {
  override name = 'ProjectGone'
}

/**
 * Writes a change in one transaction: all of it is stored or nothing. Other tabs may have stored
 * something since `seen`, the revision that the change was made on: what they did to other files
 * stays, and a text of theirs that ours replaces is kept as a conflict. A file that they changed is
 * not removed. Throws `ProjectGone`.
 */
export async function saveProject(
  database: Database,
  id: string,
  seen: number,
  change: ProjectChange,
  now: number
): Promise<Saved> {
  const connection = await database.open()
  const transaction = connection.transaction(
    ['projects', 'files', 'typed', 'rivals', 'memory'],
    'readwrite',
    {
      durability: 'strict'
    }
  )
  // Nothing but requests of this transaction is awaited before `done`: it would close itself.
  const projects = transaction.objectStore('projects')
  const files = transaction.objectStore('files')
  const typed = transaction.objectStore('typed')
  try {
    await guardBuild(transaction.objectStore('memory'))
    const stored = v.safeParse(projectSchema, await projects.get(id))
    if (!stored.success || stored.output.deletedAt !== null) {
      throw new ProjectGone(`Project ${id} is not there to be saved.`)
    }
    const behind = stored.output.revision !== seen
    const touched = [...change.put, ...change.remove].filter(({ base }) => behind || base === 0)
    const others = new Map(
      await inTurns(
        touched,
        async ({ path, base }) => [path, await newer({ files, typed }, id, path, base)] as const
      )
    )
    const conflicts = change.put.flatMap((file) => {
      const other = others.get(file.path)
      return other && other.strand !== file.strand && other.text !== file.text ? [other] : []
    })
    const kept = change.remove.filter(({ path }) => others.get(path)).map(({ path }) => path)
    const appended = behind ? [] : await typedOn({ files, typed }, id, change.put)
    const whole = change.put.filter((file) => !appended.some(({ path }) => path === file.path))
    const next = {
      ...stored.output,
      ...change.record,
      paths: nextPaths(stored.output.paths, change, kept),
      revision: stored.output.revision + 1,
      changedAt: now
    }
    const staying = new Set(kept)
    const removed = change.remove.filter(({ path }) => !staying.has(path))
    await Promise.all([
      projects.put(next),
      inTurns(conflicts, (other) => transaction.objectStore('rivals').put(conflictOf(other, now))),
      inTurns(removed, ({ path }) => files.delete([id, path])),
      inTurns([...removed, ...whole], ({ path }) => typed.delete(typedOf(id, path))),
      inTurns(whole, ({ path, text, strand }) =>
        files.put({ projectId: id, path, text, strand, revision: next.revision })
      ),
      inTurns(appended, (typing) =>
        typed.put({ projectId: id, ...typing, revision: next.revision })
      ),
      transaction.done
    ])
    return { revision: next.revision, behind, conflicts: conflicts.map(({ path }) => path), kept }
  } catch (error) {
    await giveUp(transaction)
    throw error
  }
}

/** Ends a transaction that shall change nothing; one that has ended by itself stays so. */
export async function giveUp(transaction: { abort(): void; done: Promise<void> }): Promise<void> {
  try {
    transaction.abort()
  } catch {
    // It had failed already.
  }
  await transaction.done.catch(() => undefined)
}

/** Long texts into which was typed what can be added to what is stored of them. */
async function typedOn(
  stores: TextStores,
  id: string,
  put: FileToStore[]
): Promise<Omit<TypedRecord, 'projectId' | 'revision'>[]> {
  const appended: Omit<TypedRecord, 'projectId' | 'revision'>[] = []
  for (const { path, base, strand, typed } of put) {
    if (!typed || base === 0) continue
    const { rounds, length } = typed
    if (!(await takesTyping(stores, id, { path, base, length }))) continue
    appended.push({ path, base, strand, rounds, length })
  }
  return appended
}

/** What stands in the place of a text, where it is not the one that ours was made of. */
async function newer(
  stores: TextStores,
  projectId: string,
  path: string,
  base: number
): Promise<FileRecord | undefined> {
  const read = await readText(stores, projectId, path)
  // What is no sound file is no text to be lost either: it is kept as it is written.
  if (read?.damaged) {
    return { projectId, path, text: rawText(read.damaged), revision: 0, strand: 'damaged' }
  }
  return read?.file && read.file.revision > base ? read.file : undefined
}

function conflictOf({ projectId, path, strand, text }: FileRecord, at: number): ConflictRecord {
  return { projectId, path, strand, text, at }
}

/** The order of the files after a save; a file with a text is never missing in it. */
function nextPaths(stored: string[], { paths, put }: ProjectChange, kept: string[]): string[] {
  const merged = paths ? mergePaths(stored, paths.before, paths.after) : stored
  const listed = new Set(merged)
  const missing = [...kept, ...put.map(({ path }) => path)].filter((path) => !listed.has(path))
  return missing.length > 0 ? [...merged, ...new Set(missing)] : merged
}
