import { expect, test } from 'vitest'
import { compile } from '../../../src/laegna.ts'
import { chapterOfLine, countByFile, outlineOf } from '../../../src/state/preview/outline.ts'

const compilation = compile([
  {
    path: 'a.md',
    text: '# A\n\nText. [/BLOCKREAD/]\n\n## B\n\n[/Q]One?[Q/] [/A]Two.[A/]\n\n[/CHAPTREEREAD/]\n'
  },
  { path: 'b.md', text: '# C\n\n[/Q]Forgotten\n' }
])

test('the outline says of each chapter what it gives', () => {
  const rows = outlineOf(compilation, 'a.md')
  expect(
    rows.map(({ chapter, depth, cards, blocks, captured }) => [
      chapter.id,
      depth,
      cards,
      blocks,
      captured
    ])
  ).toEqual([
    ['1', 0, 0, 2, false],
    ['1.1', 1, 1, 0, true]
  ])
})

test('no open file has no outline', () => {
  expect(outlineOf(compilation, undefined)).toEqual([])
  expect(outlineOf(compilation, 'gone.md')).toEqual([])
})

test('items and mistakes are counted by file', () => {
  expect(Object.fromEntries(countByFile(compilation))).toEqual({
    'a.md': { cards: 1, blocks: 2, chapters: 1, faulty: false },
    'b.md': { cards: 0, blocks: 0, chapters: 0, faulty: true }
  })
})

test('a line belongs to the last chapter that begins before it', () => {
  const at = (line: number) => chapterOfLine(compilation, 'a.md', line)?.id
  expect([1, 4, 5, 99].map(at)).toEqual(['1', '1', '1.1', '1.1'])
  expect(chapterOfLine(compilation, 'gone.md', 1)).toBeUndefined()
})

test('what stands in a chapter before and after those below it is counted together', () => {
  const text = '[/CHAPTREEREAD/]\n\n# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n'
  const whole = compile([{ path: 'a.md', text }], { capture: 'all' })
  const shuffled = {
    ...whole,
    blocks: whole.blocks.toSorted((a, b) => (b.content < a.content ? -1 : 1))
  }
  expect(outlineOf(shuffled, 'a.md')).toEqual(outlineOf(whole, 'a.md'))
})
