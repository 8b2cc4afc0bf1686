import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutChunks } from '../../../src/markdown/reading/cut-chunks.ts'

const line = fc.constantFrom(
  '# One',
  '## Two',
  'words',
  '',
  '',
  '```',
  '~~~',
  '   ```js',
  '#tag',
  '> # no'
)
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 24 })
  .map((lines) => lines.map((each) => each.join('')).join(''))

test('a text that has changed is cut as if it had never been another', () => {
  fc.assert(
    fc.property(text, text, text, text, fc.nat(3), (head, old, now, tail, from) => {
      const start = Math.min(from, head.length)
      const before = cutChunks(head + old + tail, start)
      const after = cutChunks(head + now + tail, start, before)
      expect(after).toEqual(cutChunks(head + now + tail, start))
      expect(after.join('')).toBe((head + now + tail).slice(start))
    }),
    { numRuns: 2000 }
  )
})

test('chunks that are as they were are not cut anew', () => {
  const parts = Array.from({ length: 9 }, (_, at) => `# Part ${String(at)}\n\nwords\n\n`)
  const before = cutChunks(parts.join(''), 0)
  expect(before).toEqual(parts)
  const after = cutChunks(parts.with(4, '# Other\n\n').join(''), 0, before)
  expect(after).toEqual(parts.with(4, '# Other\n\n'))
})
