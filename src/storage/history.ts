import * as v from 'valibot'
import type { SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import { inTurns } from './in-turns.ts'
import {
  mediaSchema,
  projectSchema,
  snapshotSchema,
  versionSchema,
  type SnapshotRecord
} from './schema.ts'
import { filesOf, readTexts } from './stored-texts.ts'
import { sweepBlobs } from './sweep-blobs.ts'
import { pruneHistory } from './prune-history.ts'

export type SnapshotReason = SnapshotRecord['why']

/**
 * Keeps the stored project as it is now; texts that the last snapshot has are not kept twice. Gives
 * whether there was anything new to keep.
 */
export async function takeSnapshot(
  database: Database,
  projectId: string,
  why: SnapshotReason,
  now: number
): Promise<boolean> {
  const connection = await database.open()
  const transaction = connection.transaction(
    ['projects', 'files', 'typed', 'media', 'snapshots', 'versions'],
    'readwrite'
  )
  const snapshots = transaction.objectStore('snapshots')
  const stored = v.safeParse(
    projectSchema,
    await transaction.objectStore('projects').get(projectId)
  )
  const cursor = await snapshots.openCursor(filesOf(projectId), 'prev')
  const last = v.safeParse(snapshotSchema, cursor?.value)
  const known = last.success ? last.output : undefined
  const isNew = stored.success && known?.revision !== stored.output.revision
  if (isNew) {
    const { name, settings, revision, paths } = stored.output
    const stores = {
      files: transaction.objectStore('files'),
      typed: transaction.objectStore('typed')
    }
    const { sound: fresh } = await readTexts(stores, projectId, known?.revision)
    const kept = new Map((known?.files ?? []).map((file) => [file.path, file]))
    for (const { path, revision, text } of fresh) {
      kept.set(path, { path, revision, size: text.length })
    }
    const media = await transaction.objectStore('media').getAll(filesOf(projectId))
    await Promise.all([
      inTurns(fresh, ({ path, revision, text }) =>
        transaction.objectStore('versions').put({ projectId, path, revision, text })
      ),
      snapshots.put({
        projectId,
        // Two in one millisecond are two all the same.
        at: Math.max(now, (known?.at ?? 0) + 1),
        why,
        revision,
        name,
        settings,
        files: paths.flatMap((path) => kept.get(path) ?? []),
        media: media
          .filter((record) => v.is(mediaSchema, record))
          .map(({ path, blobId, size, type }) => ({ path, blobId, size, type }))
      })
    ])
  }
  await transaction.done
  return isNew
}

/** All snapshots of a project that can be read, newest first. */
export async function listSnapshots(
  database: Database,
  projectId: string
): Promise<SnapshotRecord[]> {
  const connection = await database.open()
  const records = await connection.getAll('snapshots', filesOf(projectId))
  return records.filter((record) => v.is(snapshotSchema, record)).reverse()
}

/** The texts of a snapshot in their order; those that are damaged or gone are left out. */
export async function readSnapshot(
  database: Database,
  { projectId, files }: SnapshotRecord
): Promise<SourceFile[]> {
  const connection = await database.open()
  const { store } = connection.transaction('versions')
  const records = await Promise.all(
    files.map(({ path, revision }) => store.get([projectId, path, revision]))
  )
  return records.flatMap((record) => {
    const read = v.safeParse(versionSchema, record)
    return read.success ? [{ path: read.output.path, text: read.output.text }] : []
  })
}

/** Ends snapshots that age or room does not allow any more, with what only they named. */
export async function thinHistory(
  database: Database,
  projectId: string,
  now: number
): Promise<void> {
  const gone = pruneHistory(await listSnapshots(database, projectId), now)
  if (gone.length > 0) await endSnapshots(database, projectId, gone)
}

/** Ends snapshots of a project by their times; texts and bytes that nothing names any more go. */
export async function endSnapshots(
  database: Database,
  projectId: string,
  times: readonly number[]
): Promise<void> {
  const connection = await database.open()
  const transaction = connection.transaction(
    ['media', 'blobs', 'snapshots', 'versions'],
    'readwrite'
  )
  const snapshots = transaction.objectStore('snapshots')
  const versions = transaction.objectStore('versions')
  const before = await snapshots.getAll(filesOf(projectId))
  await Promise.all(times.map((at) => snapshots.delete([projectId, at])))
  const ended = new Set(times)
  const named = new Set(
    before
      .filter(({ at }) => !ended.has(at))
      .flatMap(({ files }) => files.map(({ path, revision }) => `${revision} ${path}`))
  )
  const keys = await versions.getAllKeys(filesOf(projectId))
  const unnamed = keys.filter(([, path, revision]) => !named.has(`${revision} ${path}`))
  await Promise.all(unnamed.map((key) => versions.delete(key)))
  const media = before.filter(({ at }) => ended.has(at)).flatMap((snapshot) => snapshot.media)
  const stores = {
    media: transaction.objectStore('media'),
    blobs: transaction.objectStore('blobs'),
    snapshots
  }
  await sweepBlobs(stores, projectId, [...new Set(media.map(({ blobId }) => blobId))])
  await transaction.done
}
