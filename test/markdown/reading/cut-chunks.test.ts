import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween } from '../../../src/markdown/reading/change-between.ts'
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
      const { before, after } = cutTwice(head + old + tail, head + now + tail, start)
      const { pieces, front, back } = after
      expect(pieces).toEqual(cutChunks(head + now + tail, start).pieces)
      expect(pieces.join('')).toBe((head + now + tail).slice(start))
      expect(pieces.slice(0, front)).toEqual(before.slice(0, front))
      expect(pieces.slice(pieces.length - back)).toEqual(before.slice(before.length - back))
    }),
    { numRuns: 2000 }
  )
})

test('chunks that are as they were are not cut anew', () => {
  const parts = Array.from({ length: 9 }, (_, at) => `# Part ${String(at)}\n\nwords\n\n`)
  const others = parts.with(4, '# Other\n\n')
  const { before, after } = cutTwice(parts.join(''), others.join(''), 0)
  expect(before).toEqual(parts)
  // The one in front of what changed might have gone on.
  expect(after).toEqual({ pieces: others, front: 3, back: 4 })
})

/** The pieces of a text, and those of what it became. */
function cutTwice(text: string, now: string, from: number) {
  const before = cutChunks(text, from).pieces
  const change = changeBetween(text, now)
  return { before, after: cutChunks(now, from, { pieces: before, from, change }) }
}
