import type { SnapshotRecord } from './schema.ts'

const hour = 3_600_000
const day = 24 * hour

/** How close to each other snapshots of an age may stand: the younger, the closer. */
const steps: [until: number, apart: number][] = [
  [day, 0],
  [7 * day, hour],
  [90 * day, day],
  [Infinity, 7 * day]
]

/** What the history of one project may hold: UTF-16 units of text and bytes of removed media. */
export const historyLimit = 64_000_000
const most = 300

/** What the texts and media of snapshots take: units of text and bytes, each counted once. */
export function historySize(snapshots: readonly SnapshotRecord[]): number {
  const parts = new Map<string, number>()
  for (const { files, media } of snapshots) {
    for (const { path, revision, size } of files) parts.set(`${revision} ${path}`, size)
    for (const { blobId, size } of media) parts.set(blobId, size)
  }
  return [...parts.values()].reduce((sum, size) => sum + size, 0)
}

/**
 * Times of the snapshots that go, of all of a project, newest first: the older they are the farther
 * apart those stand that stay, and the oldest go first where there are too many. The newest stays.
 */
export function pruneHistory(snapshots: readonly SnapshotRecord[], now: number): number[] {
  const staying: SnapshotRecord[] = []
  for (const snapshot of snapshots) {
    const younger = staying.at(-1)
    const age = now - snapshot.at
    const apart = steps.find(([until]) => age < until)?.[1] ?? 0
    if (!younger || younger.at - snapshot.at >= apart) staying.push(snapshot)
  }
  const fitting = staying.slice(0, howManyFit(staying))
  const times = new Set(fitting.map(({ at }) => at))
  return snapshots.map(({ at }) => at).filter((at) => !times.has(at))
}

function howManyFit(snapshots: readonly SnapshotRecord[]): number {
  const seen = new Set<string>()
  // Media that are still in the project cost nothing extra, as in the newest snapshot.
  const [newest] = snapshots
  for (const { blobId } of newest?.media ?? []) seen.add(blobId)
  let size = 0
  let fits = 0
  for (const { files, media } of snapshots.slice(0, most)) {
    for (const { path, revision, size: more } of files) size += once(`${revision} ${path}`, more)
    for (const { blobId, size: more } of media) size += once(blobId, more)
    if (fits > 0 && size > historyLimit) break
    fits += 1
  }
  return fits

  function once(key: string, more: number): number {
    if (seen.has(key)) return 0
    seen.add(key)
    return more
  }
}
