import { expect, test } from 'vitest'
import { compile } from '../../../src/laegna.ts'
import { coverageOf, shareOf } from '../../../src/state/preview/coverage.ts'

const text = `# One

[/BLOCKREAD/]

Text.

# Two

[/Q]Why?[Q/]
[/A]So.[A/]

[/CHAPTREEREAD/]

End.

# Three

Nothing.
`
const compilation = compile([{ path: 'a.md', text }])

test('each part of the document is where its lines are', () => {
  const lines = 20
  const { cards, blocks, chapters } = coverageOf(compilation, 'a.md', lines)
  const inLines = (parts: typeof cards) =>
    parts.map(({ from, to }) => [from * lines + 1, to * lines].map(Math.round))
  expect(inLines(cards)).toEqual([[9, 10]])
  expect(inLines(blocks)).toEqual([
    [1, 1],
    [5, 5]
  ])
  expect(inLines(chapters)).toEqual([[7, 14]])
  expect(shareOf(chapters)).toBeCloseTo(8 / lines)
})

test('neighbouring blocks are one stretch, and another file has none', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `Paragraph ${at}.`).join('\n\n')
  const long = compile([{ path: 'b.md', text: `# Long [/BLOCKREAD/]\n\n${many}\n` }])
  expect(coverageOf(long, 'b.md', 10_002).blocks).toHaveLength(1)
  expect(coverageOf(long, 'a.md', 10_002).blocks).toEqual([])
})
