import { expect, test } from 'vitest'
import { deadlineFor } from '../../../src/worker/protocol/deadline-for.ts'

test('a whole book is given far more time than a page, and no text an hour', () => {
  expect(deadlineFor(2_000)).toBeLessThan(21_000)
  expect(deadlineFor(1_300_000)).toBeGreaterThan(2 * deadlineFor(2_000))
  expect(deadlineFor(20e6)).toBeLessThan(10 * 60_000)
})
