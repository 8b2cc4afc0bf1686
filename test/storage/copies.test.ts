import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyKeeps, endCopy, endOldCopies, listCopies, readCopy } from '../../src/storage/copies.ts'
import { Database } from '../../src/storage/database.ts'
import { readRaw } from '../../src/storage/raw-records.ts'
import { version1, write } from './fixtures.ts'

let database: Database

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  await write(database.name, version1)
  await database.open()
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
  await deleteDB(`${database.name} version 1`)
})

test('the copy from before an update can be read as text, and ended', async () => {
  const [copy] = await listCopies(database.name)
  if (!copy) throw new Error('There is no copy.')
  const text = await readCopy(copy)
  expect(text).toContain('A year of biology')
  expect(text).toContain('[/Q]One?[Q/]')
  await endCopy(copy)
  expect(await listCopies(database.name)).toEqual([])
})

test('it ends by itself after 30 days', async () => {
  await endOldCopies(database.name, Date.now() + copyKeeps - 60_000)
  expect(await listCopies(database.name)).toHaveLength(1)
  await endOldCopies(database.name, Date.now() + copyKeeps)
  expect(await listCopies(database.name)).toEqual([])
})

test('a project can be read as text just as it is stored, damaged or not', async () => {
  const raw = await openDB(database.name)
  await raw.put('projects', { id: 'bad', name: 7n, texts: new Map([['a.md', 'precious words']]) })
  raw.close()
  const text = await readRaw(database, 'bad')
  expect(text).toContain('precious words')
  expect(text).toContain('7')
})
