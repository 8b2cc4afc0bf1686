import { expect, test } from 'vitest'
import { filterItems } from '../../../src/state/find/filter.ts'
import { FoldedLines } from '../../../src/state/find/folded-lines.ts'

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

test('what is too long to be kept is looked for in the lines of the source', () => {
  const text = '# Küche\r\n\r\nÄpfel und Birnen\r\n\r\n## Bad\r\n\r\nSeife'
  const lines = new FoldedLines(() => text)
  const places = [
    { path: 'a.md', startLine: 1, endLine: 7, id: 'whole' },
    { path: 'a.md', startLine: 3, endLine: 3, id: 'fruit' },
    { path: 'a.md', startLine: 5, endLine: 7, id: 'bath' }
  ]
  const found = (query: string) =>
    filterItems(
      places,
      query,
      ({ id }) => id,
      (place) => lines.between(place)
    ).map(({ id }) => id)
  expect(found('apfel birnen')).toEqual(['whole', 'fruit'])
  expect(found('seife')).toEqual(['whole', 'bath'])
  expect(found('fruit apfel')).toEqual(['fruit'])
  expect(found('apfel seife bath')).toEqual([])
})

test('a file that was edited is read anew', () => {
  let text = 'Old words'
  const lines = new FoldedLines(() => text)
  const place = { path: 'a.md', startLine: 1, endLine: 1 }
  expect(lines.between(place)).toBe('old words')
  text = 'New words'
  expect(lines.between(place)).toBe('new words')
})
