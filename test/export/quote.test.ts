import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteShLines } from '../../src/export/dataset/training/quote.ts'

test.skipIf(process.platform === 'win32')('a quoted text reaches a program as it is', () => {
  // A shell drops line ends at the very end, and blanks in a row count as one in any prompt.
  const text = fc
    .string({ unit: fc.constantFrom(...Array.from(`ab '"\\\`$%!()*;&|<>#~{}\n`)) })
    .map((drawn) => `${drawn.replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n')}x`)
  fc.assert(
    fc.property(text, (word) => {
      const output = execFileSync('sh', ['-c', `printf '%s.' ${quoteShLines(word)}`])
      expect(output.toString()).toBe(`${word}.`)
    }),
    { numRuns: 50 }
  )
})
