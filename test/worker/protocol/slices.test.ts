import { expect, test } from 'vitest'
import { cut, join } from '../../../src/worker/protocol/slices.ts'

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ at, words: `w${at}` }))

test('a short answer goes as it is', () => {
  const answer = { kind: 'found', files: [{ rows: rows(300) }] }
  expect(cut(answer)).toEqual({ answer, lists: [], slices: [] })
})

test('an answer with long lists goes in messages of at most 1,000 rows and is the same again', () => {
  const answer = {
    kind: 'found',
    change: { parts: [{ one: rows(2500), other: rows(40), none: undefined }, { one: rows(900) }] },
    names: new Map([['a', 1]])
  }
  const before = structuredClone(answer)
  const { answer: short, lists, slices } = cut(answer)
  expect(slices).toHaveLength(4)
  for (const slice of slices) {
    expect(slice.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThanOrEqual(1000)
  }
  expect(short).toMatchObject({ change: { parts: [{ one: [] }, { one: [] }] } })
  expect(answer).toEqual(before)
  expect(join(structuredClone(short), lists, structuredClone(slices.flat()))).toEqual(before)
})

test('lists that are short alone and long together go in slices, too', () => {
  const answer = Array.from({ length: 50 }, () => rows(200))
  const { answer: short, lists, slices } = cut(answer)
  expect(slices.length).toBeGreaterThanOrEqual(10)
  expect(join(short, lists, slices.flat())).toEqual(Array.from({ length: 50 }, () => rows(200)))
})

test('rows that hold much go in more messages', () => {
  const files = () => Array.from({ length: 200 }, () => ({ cards: rows(99) }))
  const { answer: short, lists, slices } = cut({ kind: 'compiled', files: files() })
  const lengths = slices.map((slice) => slice.flatMap(({ rows }) => rows).length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(10)
  expect(join(short, lists, slices.flat())).toEqual({ kind: 'compiled', files: files() })
})

test('long texts go in messages of their own, however few they are', () => {
  const texts = () =>
    Array.from({ length: 12 }, (_, at) => ({ path: `${at}.md`, text: 'x'.repeat(1_500_000) }))
  const { answer: short, lists, slices } = cut({ kind: 'unpacked', files: texts() })
  expect(short).toEqual({ kind: 'unpacked', files: [] })
  const lengths = slices.map((slice) => slice.flatMap(({ rows }) => rows).length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2)
  expect(join(short, lists, slices.flat())).toEqual({ kind: 'unpacked', files: texts() })
})
