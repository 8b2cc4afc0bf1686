import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

/*
 * The parser puts together what was cut wrongly, so that a chunk which is too large costs only time:
 * all of it is read again for each key.
 */
describe('a text is cut', () => {
  test.each([
    ['at headings behind blank lines', '# a\nb\n\n|## c\n\n|# d'],
    ['at headings right below each other', '# a\n|## b\n|###### c\nd'],
    ['behind lines of blanks', '# a\n \t \n|# b\n\u00a0\n|# c'],
    ['at no heading below words', '# a\nwords\n# b'],
    ['at nothing that is no heading', '# a\n\n#b\n\n####### c\n\n # d\n\n\\# e\n\n|#\tf\n\n|#'],
    ['at headings behind any kind of line end', '# a\r\n\r\n|# b\r\r|# c\r\n|# d\n\r\n|# e'],
    ['at no heading of code', '```\n\n# a\n```\n\n|# b\n\n~~~ js\n# c\n\n# d\n~~~\n\n|# e'],
    ['at no heading of code that nothing closes', 'a\n\n|# b\n\n   ```\n\n# c\n\n``\n\n# d'],
    ['behind code that a longer fence closes', '````\n\n# a\n```\n\n# b\n`````` \n\n|# c'],
    [
      'behind code with other fences in it',
      '```\n\n# a\n``` js\n\n# b\n ~~~\n\n# c\n   ```\n\n|# d'
    ],
    [
      'at headings behind what is no code',
      '``` a ` b\n\n|# a\n\n    ```\n\n|# b\n\n``\n~ ~\n\n|# d'
    ]
  ])('%s', (_, marked) => {
    const pieces = marked.split('|')
    const text = pieces.join('')
    expect(cutChunks(text, 0).pieces).toEqual(pieces)
    const header = '---\n# a\n\n# b\n---\n'
    expect(cutChunks(header + text, header.length).pieces).toEqual(pieces)
  })

  test('not at all where it is empty', () => {
    expect(cutChunks('', 0)).toEqual({ pieces: [], front: 0, back: 0 })
    expect(cutChunks('---\n', 4).pieces).toEqual([])
  })
})

describe('chunks that are as they were are not cut anew', () => {
  const parts = Array.from({ length: 20 }, (_, at) => `# Part ${String(at)}\n\nwords\n\n`)
  const text = parts.join('')

  /** How many chunks stay in front of a change and behind it. */
  function kept(before: string, now: string) {
    const { front, back } = cutTwice(before, now, 0).after
    return [front, back]
  }

  test('where one of them changes', () => {
    for (const [at, part] of parts.entries()) {
      const others = parts.with(at, part.replace('words', 'others'))
      // The one in front of what changed might have gone on.
      expect(kept(text, others.join(''))).toEqual([Math.max(0, at - 1), 19 - at])
    }
  })

  test('where one comes or goes', () => {
    const more = parts.toSpliced(9, 0, '# New\n\n').join('')
    expect(kept(text, more)).toEqual([8, 10])
    expect(kept(more, text)).toEqual([8, 10])
    expect(kept(text, text)).toEqual([20, 0])
  })

  test('where code begins and ends', () => {
    const open = parts.with(9, '# Part\n\n```\n').join('')
    const closed = parts.with(9, '# Part\n\n```\n\n# a\n```\n\n').join('')
    expect(kept(text, open)).toEqual([8, 0])
    expect(kept(text, closed)).toEqual([8, 10])
    expect(kept(open, closed)).toEqual([8, 0])
  })

  test('but where the text begins elsewhere now', () => {
    const header = '---\na: b\n---\n'
    const cut = { pieces: parts, from: 0, change: changeBetween(text, header + text) }
    expect(cutChunks(header + text, header.length, cut)).toMatchObject({ pieces: parts, front: 0 })
  })
})

/** The pieces of a text, and those of what it became. */
function cutTwice(text: string, now: string, from: number) {
  const before = cutChunks(text, from).pieces
  const change = changeBetween(text, now)
  return { before, after: cutChunks(now, from, { pieces: before, from, change }) }
}
