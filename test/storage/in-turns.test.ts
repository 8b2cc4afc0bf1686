import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { inTurns } from '../../src/storage/in-turns.ts'

test('thousands of records are stored in one transaction, some in a task', async () => {
  const database = await openDB(`test-${crypto.randomUUID()}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('files', { keyPath: 'path' })
  })
  const rows = Array.from({ length: 5000 }, (_, at) => ({ path: `${at}.md`, text: `${at}` }))
  const transaction = database.transaction('files', 'readwrite')
  let [waiting, most] = [0, 0]
  const [keys] = await Promise.all([
    inTurns(rows, async (row) => {
      waiting += 1
      most = Math.max(most, waiting)
      const key = await transaction.store.put(row)
      waiting -= 1
      return key
    }),
    transaction.done
  ])
  expect(keys).toEqual(rows.map(({ path }) => path))
  expect(await database.count('files')).toBe(5000)
  expect(most).toBeLessThan(1000)
  database.close()
})

test('one that fails, fails all of it', async () => {
  const database = await openDB(`test-${crypto.randomUUID()}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('files', { keyPath: 'path' })
  })
  const rows = Array.from({ length: 500 }, (_, at) => ({ path: at === 400 ? '3' : String(at) }))
  const transaction = database.transaction('files', 'readwrite')
  const all = Promise.all([inTurns(rows, (row) => transaction.store.add(row)), transaction.done])
  await expect(all).rejects.toThrow()
  await expect(transaction.done).rejects.toThrow()
  expect(await database.count('files')).toBe(0)
  database.close()
})
