import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteShLines } from '../../src/export/dataset/training/quote.ts'

test.skipIf(process.platform === 'win32')('a quoted text reaches a program as it is', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...Array.from(`ab '"\\\`$%!()*;&|<>#~{}\n`)), minLength: 1 })
    .map((drawn) =>
      drawn
        .replace(/\n+$/, 'x')
        .replace(/ +/g, ' ')
        .replace(/ ?\n ?/g, '\n')
    )
  fc.assert(
    fc.property(text, (word) => {
      const output = execFileSync('sh', ['-c', `printf '%s.' ${quoteShLines(word)}`])
      expect(output.toString()).toBe(`${word}.`)
    }),
    { numRuns: 50 }
  )
})
