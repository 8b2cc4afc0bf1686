import { expect, test } from 'vitest'
import { figure } from '../../src/language/figures.ts'
import { languages } from '../../src/language/languages.ts'

test.each(languages)('a figure is written as in $name where all write it alike', ({ code }) => {
  const said = new Intl.NumberFormat(code)
  for (let value = 0; value < 1000; value++) expect(figure(value)).toBe(said.format(value))
})

test('other figures are written as the language of the page does', () => {
  expect([1200, 12345678, -5, 0.5].map((value) => figure(value))).toEqual([
    '1,200',
    '12,345,678',
    '-5',
    '0.5'
  ])
})
