import { expect, test } from 'vitest'
import { Latest } from '../../../src/state/sync/latest.ts'

test('all wishes that come while a task runs are met by one more run', async () => {
  const ends: (() => void)[] = []
  const latest = new Latest(() => new Promise((resolve) => ends.push(resolve)))
  const first = latest.now()
  const later = [latest.now(), latest.now(), latest.now()]
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await first
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  const last = latest.now()
  ends[1]?.()
  await Promise.all(later)
  await Promise.resolve()
  expect(ends).toHaveLength(3)
  ends[2]?.()
  await last
  expect(ends).toHaveLength(3)
})

test('what is wished for at once runs once, before anything else is done', async () => {
  const done: string[] = []
  const latest = new Latest(() => {
    done.push('run')
    return Promise.resolve()
  })
  setTimeout(() => done.push('else'))
  latest.soon()
  latest.soon()
  expect(done).toEqual([])
  await new Promise((resolve) => setTimeout(resolve))
  expect(done).toEqual(['run', 'else'])
})
