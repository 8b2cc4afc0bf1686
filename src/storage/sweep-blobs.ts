import { filesOf } from './stored-texts.ts'
import type { MediaRecord, SnapshotRecord } from './schema.ts'

/** Stores of one transaction, of which `blobs` may be written. */
interface Stores {
  media: { getAll(keys: IDBKeyRange): Promise<MediaRecord[]> }
  snapshots: { getAll(keys: IDBKeyRange): Promise<SnapshotRecord[]> }
  blobs: { delete(id: string): Promise<void> }
}

/** Deletes those of some bytes of a project that no medium and no snapshot names any more. */
export async function sweepBlobs(
  { media, snapshots, blobs }: Stores,
  projectId: string,
  blobIds: readonly string[]
): Promise<void> {
  if (blobIds.length === 0) return
  const now = await media.getAll(filesOf(projectId))
  const earlier = await snapshots.getAll(filesOf(projectId))
  const named = new Set([...now, ...earlier.flatMap((past) => past.media)].map((one) => one.blobId))
  await Promise.all(blobIds.filter((id) => !named.has(id)).map((id) => blobs.delete(id)))
}
