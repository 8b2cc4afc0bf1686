import { expect, test } from 'vitest'
import { ageWords } from '../../src/ui/top/age-words.ts'

test.each([
  [0, 'just now'],
  [-50, 'just now'],
  [5_000, '5 s ago'],
  [59_000, '50 s ago'],
  [61_000, '1 min ago'],
  [7_200_000, '2 h ago']
])('%i ms is %s', (milliseconds, words) => {
  expect(ageWords(milliseconds)).toBe(words)
})
