import { expect, test } from 'vitest'
import { compile, defaultSettings } from '../../../src/laegna.ts'
import { hintsFor, possibleCards } from '../../../src/state/page/hints.ts'

function hints(texts: Record<string, string>, settings = defaultSettings, heldBack: string[] = []) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  return hintsFor(compile(files, settings), heldBack, settings)
}

test('a file without a tag is named, and captured on request', () => {
  const [hint] = hints({ 'notes.md': '# Notes\n\nText.\n' })
  expect(hint?.kind).toBe('no-tags')
  expect(hint?.text).toMatch(
    /^notes.md holds no tag, so there are no cards and no dataset yet. Write a card as /
  )
  expect(
    hints({ 'notes.md': '# Notes\n\nText.\n' }, { ...defaultSettings, capture: 'all' })
  ).toEqual([])
})

test('several files without a tag are counted', () => {
  const [hint] = hints({ 'a.md': 'Text.', 'b.md': 'Text.' })
  expect(hint?.text).toMatch(
    /^None of the 2 files holds a tag, so there are no cards and no dataset yet. /
  )
})

test('one tag in one file is enough to say nothing', () => {
  expect(hints({ 'a.md': 'Text.', 'b.md': '# B\n\nText. [/BLOCKREAD/]\n' })).toEqual([])
})

test('an empty file asks for nothing', () => {
  expect(hints({ 'untitled.md': '' })).toEqual([])
  expect(hints({})).toEqual([])
})

test('a file of mistakes only is named with their number', () => {
  const [hint] = hints({ 'bad.md': '# Bad\n\n[/Q]Forgotten\n\nstray [A/]\n' })
  expect(hint).toEqual({
    kind: 'only-mistakes',
    text: 'bad.md gives nothing yet: 2 mistakes to mend first.'
  })
})

test('a file that was left out is always named', () => {
  const all = hints({ 'a.md': '# A\n\nText. [/BLOCKREAD/]\n' }, defaultSettings, ['slow.md'])
  expect(all.map(({ kind, text }) => [kind, text.split(' ')[0]])).toEqual([
    ['held-back', 'slow.md']
  ])
})

test('what was found in notes without cards comes first, and in place of how to write them', () => {
  const { files, ...rest } = compile([{ path: 'a.md', text: 'One thing::Another' }])
  const kinds = (offer: number, isKnown: boolean) =>
    hintsFor({ files, ...rest }, ['slow.md'], defaultSettings, { offer, isKnown }).map(
      ({ kind }) => kind
    )
  expect(kinds(27, true)).toEqual(['found', 'held-back'])
  expect(kinds(0, true)).toEqual(['held-back', 'no-tags'])
  expect(kinds(0, false)).toEqual(['held-back'])
})

test('possible cards are counted in words', () => {
  expect([1, 27, 50000].map(possibleCards)).toEqual([
    '1 possible card',
    '27 possible cards',
    '50,000 possible cards'
  ])
})
