import { expect, test } from 'vitest'
import { keyPieces } from '../../src/ui/preview/keyed-pieces.ts'

const piece = (html: string, line: number) => ({ html, line, block: 0 })
const keys = (...html: string[]) =>
  keyPieces(html.map((one, at) => piece(one, at + 1))).map((one) => one.key)

test('keys are unique, also where the same text stands twice', () => {
  expect(new Set(keys('<hr>', '<p>a</p>', '<hr>', '<hr>')).size).toBe(4)
})

test('a piece keeps its key when others come before it', () => {
  const [before] = keys('<p>b</p>')
  expect(keys('<p>new</p>', '<p>b</p>')[1]).toBe(before)
})
