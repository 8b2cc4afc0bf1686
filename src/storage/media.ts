import * as v from 'valibot'
import type { Database } from './database.ts'
import { filesOf } from './projects.ts'
import { ProjectClash } from './save.ts'
import { blobSchema, projectSchema, type MediaRecord } from './schema.ts'

/** A medium to be stored; without `blob` its bytes are stored already. */
export type MediumToStore = Omit<MediaRecord, 'projectId' | 'revision'> & { blob?: Blob }

/** What a save of media writes. */
export interface MediaChange {
  put: MediumToStore[]
  /** Paths. */
  remove: string[]
}

/**
 * Writes media on top of `revision` and gives the new revision, all or nothing. Bytes that no
 * medium names any more go. Throws `ProjectClash` where the stored revision is another.
 */
export async function saveMedia(
  database: Database,
  projectId: string,
  revision: number,
  { put, remove }: MediaChange,
  now: number
): Promise<number> {
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'media', 'blobs'], 'readwrite', {
    durability: 'strict'
  })
  const projects = transaction.objectStore('projects')
  const media = transaction.objectStore('media')
  const blobs = transaction.objectStore('blobs')
  const stored = v.safeParse(projectSchema, await projects.get(projectId))
  if (!stored.success || stored.output.revision !== revision) {
    transaction.abort()
    await transaction.done.catch(() => undefined)
    throw new ProjectClash(`Project ${projectId} is not at revision ${revision}.`)
  }
  const next = { ...stored.output, revision: revision + 1, changedAt: now }
  const touched = [...remove, ...put.map(({ path }) => path)]
  const before = await Promise.all(touched.map((path) => media.get([projectId, path])))
  await Promise.all([
    projects.put(next),
    ...remove.map((path) => media.delete([projectId, path])),
    ...put.map(({ path, blobId, size, type }) =>
      media.put({ projectId, path, blobId, size, type, revision: next.revision })
    ),
    ...put.flatMap(({ blobId: id, blob }) => (blob ? [blobs.put({ id, projectId, blob })] : []))
  ])
  const named = new Set((await media.getAll(filesOf(projectId))).map(({ blobId }) => blobId))
  const unnamed = before.flatMap((record) =>
    record && !named.has(record.blobId) ? [record.blobId] : []
  )
  await Promise.all([...unnamed.map((id) => blobs.delete(id)), transaction.done])
  return next.revision
}

/** The bytes of a medium; `undefined` where they are damaged or gone. */
export async function readBlob(database: Database, blobId: string): Promise<Blob | undefined> {
  const connection = await database.open()
  const read = v.safeParse(blobSchema, await connection.get('blobs', blobId))
  return read.success ? read.output.blob : undefined
}
