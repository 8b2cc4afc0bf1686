import * as v from 'valibot'
import type { Database } from './database.ts'
import { guardBuild } from './build.ts'
import { giveUp, ProjectGone } from './save.ts'
import { sweepBlobs } from './sweep-blobs.ts'
import { blobSchema, projectSchema, type MediaRecord } from './schema.ts'

/** A medium to be stored; without `blob` its bytes are stored already. */
export type MediumToStore = Omit<MediaRecord, 'projectId' | 'revision'> & { blob?: Blob }

/** Where the bytes of a medium are: in hand, or stored under an id. */
export type MediumBytes = Pick<MediumToStore, 'blobId' | 'blob'>

/** What a save of media writes. */
export interface MediaChange {
  put: MediumToStore[]
  /** Paths. */
  remove: string[]
  /** Ids of bytes by path, as they were stored when last seen. */
  before: ReadonlyMap<string, string>
}

/** What came of a save of media; `clashes` are paths where another tab has put something else. */
export interface SavedMedia {
  revision: number
  behind: boolean
  clashes: string[]
}

/**
 * Writes media, all or nothing, but for those in whose place another tab has put something since:
 * its media stay. Bytes that no medium and no snapshot names any more go. Throws `ProjectGone`.
 */
export async function saveMedia(
  database: Database,
  projectId: string,
  seen: number,
  { put, remove, before }: MediaChange,
  now: number
): Promise<SavedMedia> {
  const connection = await database.open()
  const transaction = connection.transaction(
    ['projects', 'media', 'blobs', 'snapshots', 'memory'],
    'readwrite',
    { durability: 'strict' }
  )
  const projects = transaction.objectStore('projects')
  const media = transaction.objectStore('media')
  const blobs = transaction.objectStore('blobs')
  try {
    await guardBuild(transaction.objectStore('memory'))
    const stored = v.safeParse(projectSchema, await projects.get(projectId))
    if (!stored.success || stored.output.deletedAt !== null) {
      throw new ProjectGone(`Project ${projectId} is not there to be saved.`)
    }
    const revision = stored.output.revision + 1
    const touched = [...remove, ...put.map(({ path }) => path)]
    const known = await Promise.all(touched.map((path) => media.get([projectId, path])))
    const old = known.filter((record) => record !== undefined)
    const ours = new Set(put.map(({ blobId }) => blobId))
    const clashes = old
      .filter(({ path, blobId }) => before.get(path) !== blobId && !ours.has(blobId))
      .map(({ path }) => path)
    const free = (path: string): boolean => !clashes.includes(path)
    await Promise.all([
      projects.put({ ...stored.output, revision, changedAt: now }),
      ...remove.filter(free).map((path) => media.delete([projectId, path])),
      ...put
        .filter(({ path }) => free(path))
        .flatMap(({ path, blobId, size, type, blob }) => [
          media.put({ projectId, path, blobId, size, type, revision }),
          ...(blob ? [blobs.put({ id: blobId, projectId, blob })] : [])
        ])
    ])
    const snapshots = transaction.objectStore('snapshots')
    const ids = old.map(({ blobId }) => blobId)
    await sweepBlobs({ media, snapshots, blobs }, projectId, ids)
    await transaction.done
    return { revision, behind: stored.output.revision !== seen, clashes }
  } catch (error) {
    await giveUp(transaction)
    throw error
  }
}

/** The bytes of a medium; `undefined` where they are damaged, gone or cannot be read. */
export async function readBlob(database: Database, blobId: string): Promise<Blob | undefined> {
  const connection = await database.open()
  const read = v.safeParse(blobSchema, await connection.get('blobs', blobId))
  if (!read.success) return undefined
  const { blob } = read.output
  // It may stand for a file on the disk that has changed since; its first byte shows that.
  const first = await bytesOf(blob.slice(0, 1))
  return first && blob
}

/** The bytes of a medium, in hand or stored; `undefined` as for `readBlob`. */
export async function blobOf(
  database: Database,
  { blob, blobId }: MediumBytes
): Promise<Blob | undefined> {
  return blob ?? (await readBlob(database, blobId).catch(() => undefined))
}

/** The bytes of media by path; those that cannot be read are left out. */
export async function readMedia(
  database: Database,
  media: Iterable<MediumBytes & { path: string }>
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const all = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const medium of media) {
    const blob = await blobOf(database, medium)
    const bytes = blob && (await bytesOf(blob))
    if (bytes) all.set(medium.path, bytes)
  }
  return all
}

/** All bytes of a blob; `undefined` where they cannot be read. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return undefined
  }
}
