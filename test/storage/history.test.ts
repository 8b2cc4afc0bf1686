import { deleteDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/laegna.ts'
import { Database } from '../../src/storage/database.ts'
import {
  endSnapshots,
  listSnapshots,
  readSnapshot,
  takeSnapshot,
  thinHistory
} from '../../src/storage/history.ts'
import { readBlob } from '../../src/storage/media.ts'
import type { SnapshotRecord } from '../../src/storage/schema.ts'
import { historyLimit, historySize, pruneHistory } from '../../src/storage/prune-history.ts'
import { make, putMedia, write } from './stand.ts'

let database: Database
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  await make(database, 'one', { 'cells.md': 'first', 'dna.md': 'DNA' })
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

async function texts(at: number): Promise<Record<string, string>> {
  const snapshot = (await listSnapshots(database, 'one')).find((one) => one.at === at)
  const files = snapshot ? await readSnapshot(database, snapshot) : []
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

const versions = async () => (await database.open()).count('versions')

describe('a snapshot', () => {
  test('gives the texts back as they were, in their order, whatever came since', async () => {
    await takeSnapshot(database, 'one', 'open', 1)
    await write(database, 'one', { 'cells.md': 'second', 'rna.md': 'RNA' })
    await takeSnapshot(database, 'one', 'export', 2)
    await write(database, 'one', {}, { remove: [{ path: 'dna.md', base: 9 }], paths })
    await takeSnapshot(database, 'one', 'work', 3)
    expect(await texts(1)).toEqual({ 'cells.md': 'first', 'dna.md': 'DNA' })
    expect(await texts(2)).toEqual({ 'cells.md': 'second', 'dna.md': 'DNA', 'rna.md': 'RNA' })
    expect(await texts(3)).toEqual({ 'cells.md': 'second', 'rna.md': 'RNA' })
    expect((await listSnapshots(database, 'one')).map(({ at, why }) => [at, why])).toEqual([
      [3, 'work'],
      [2, 'export'],
      [1, 'open']
    ])
  })

  const paths = { before: ['cells.md', 'dna.md', 'rna.md'], after: ['cells.md', 'rna.md'] }

  test('keeps a text once, however many name it', async () => {
    await takeSnapshot(database, 'one', 'open', 1)
    await write(database, 'one', { 'cells.md': 'second' })
    await takeSnapshot(database, 'one', 'open', 2)
    expect(await versions()).toBe(3)
    expect(historySize(await listSnapshots(database, 'one'))).toBe('firstsecondDNA'.length)
  })

  test('is not taken where nothing has changed', async () => {
    expect(await takeSnapshot(database, 'one', 'open', 1)).toBe(true)
    expect(await takeSnapshot(database, 'one', 'export', 2)).toBe(false)
    expect(await listSnapshots(database, 'one')).toHaveLength(1)
  })

  test('keeps a picture that was removed since, until the snapshot goes', async () => {
    await putMedia(database, 'one', { 'a.png': 'picture' })
    await takeSnapshot(database, 'one', 'open', 1)
    await putMedia(database, 'one', {}, { remove: ['a.png'] })
    expect(await (await readBlob(database, 'picture at a.png'))?.text()).toBe('picture')
    await takeSnapshot(database, 'one', 'open', 2)
    await endSnapshots(database, 'one', [1])
    expect(await readBlob(database, 'picture at a.png')).toBeUndefined()
    expect(await texts(2)).toEqual({ 'cells.md': 'first', 'dna.md': 'DNA' })
  })

  test('that goes takes with it what only it names', async () => {
    await takeSnapshot(database, 'one', 'open', 1)
    await write(database, 'one', { 'cells.md': 'second' })
    await takeSnapshot(database, 'one', 'open', 2)
    await endSnapshots(database, 'one', [1])
    expect(await versions()).toBe(2)
    expect(await texts(2)).toEqual({ 'cells.md': 'second', 'dna.md': 'DNA' })
  })
})

describe('with age', () => {
  const settings = defaultSettings
  function snapshot(at: number, size = 1): SnapshotRecord {
    const files = [{ path: 'a.md', revision: at, size }]
    return { projectId: 'one', at, why: 'work', revision: at, name: '', settings, files, media: [] }
  }
  const now = 1000 * day
  /** Ages of those that stay of one taken every ten minutes for so long. */
  function ages(days: number): number[] {
    const all = Array.from({ length: days * 144 }, (_, at) => snapshot(now - at * 10 * minute))
    const gone = new Set(pruneHistory(all, now))
    return all.filter(({ at }) => !gone.has(at)).map(({ at }) => now - at)
  }

  test('snapshots are thinned out: all of a day, then by hours, days and weeks', () => {
    expect(ages(1)).toHaveLength(144)
    const week = ages(8).filter((age) => age >= day && age < 7 * day)
    expect(week.length).toBeGreaterThan(130)
    expect(week.length).toBeLessThanOrEqual(144)
    expect(ages(90).filter((age) => age >= 8 * day)).not.toHaveLength(0)
  })

  test('there are never too many, and never too much, but the newest always stays', () => {
    expect(ages(400).length).toBeLessThanOrEqual(300)
    const large = [1, 2, 3].map((ago) => snapshot(now - ago, historyLimit / 2))
    expect(pruneHistory(large, now)).toEqual([now - 3])
    expect(pruneHistory([snapshot(now, historyLimit * 2)], now)).toEqual([])
  })

  test('the storage follows', async () => {
    await takeSnapshot(database, 'one', 'open', now - 10 * day)
    await write(database, 'one', { 'cells.md': 'second' })
    await takeSnapshot(database, 'one', 'work', now - 10 * day + hour)
    await thinHistory(database, 'one', now)
    expect((await listSnapshots(database, 'one')).map(({ at }) => at)).toEqual([
      now - 10 * day + hour
    ])
  })
})
