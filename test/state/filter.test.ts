import { expect, test } from 'vitest'
import { filterItems } from '../../src/state/filter.ts'

const items = ['Reykjavík is cold', 'Tallinn', 'À la carte'].map((text) => ({ text }))
const found = (query: string) =>
  filterItems(items, query, ({ text }) => text).map(({ text }) => text)

test('all words must be there, in any order, case and accents', () => {
  expect(found('cold REYKJAVIK')).toEqual(['Reykjavík is cold'])
  expect(found('a la')).toEqual(['À la carte'])
  expect(found('tallin reyk')).toEqual([])
})

test('no query keeps the list itself', () => {
  expect(filterItems(items, '  ', ({ text }) => text)).toBe(items)
})
