import { expect, test } from 'vitest'
import type { PreviewPiece } from '../../../src/document/model.ts'
import { PieceGroups, placeIn, type PieceGroup } from '../../../src/state/preview/piece-groups.ts'
import { changeOf } from '../../../src/worker/reader/pieces-change.ts'

const piece = (html: string, line: number, block = 0): PreviewPiece => ({ html, line, block })
const lines = (...htmls: string[]) => htmls.map((html, at) => piece(html, at + 1, at + 1))

function shown({ groups }: PieceGroups): PreviewPiece[] {
  return groups.flatMap((group: PieceGroup) => group.pieces.map((one) => placeIn(group, one)))
}

function keys({ groups }: PieceGroups): Record<string, number> {
  return Object.fromEntries(
    groups.flatMap(({ pieces }) => pieces.map(({ html, key }) => [html, key]))
  )
}

function drawn(pieces: PreviewPiece[]): PieceGroups {
  const groups = new PieceGroups()
  groups.replace(pieces)
  return groups
}

const book = lines('<h1>a</h1>', '<p>b</p>', '<h2>c</h2>', '<p>d</p>', '<p>e</p>', '<h2>f</h2>')

test('a document is grouped at its headings', () => {
  expect(drawn(book).groups.map(({ pieces }) => pieces.length)).toEqual([2, 3, 1])
})

test('any change leads to the new document', () => {
  const states = [
    book,
    book.slice(1),
    [],
    lines('<p>x</p>'),
    lines('<p>x</p>', '<p>x</p>', '<p>x</p>'),
    lines('<p>x</p>', '<h1>y</h1>', '<p>x</p>'),
    [...book, piece('<section>notes</section>', 0)],
    book
  ]
  const groups = drawn([])
  for (const [at, state] of states.entries()) {
    groups.apply(changeOf(states[at - 1] ?? [], state))
    expect(shown(groups)).toEqual(state)
  }
})

test('typing in a piece keeps its element, and those of all others', () => {
  const groups = drawn(book)
  const before = keys(groups)
  const untouched = groups.groups.filter((_, at) => at !== 1)
  const typed = book.map((one) => (one.html === '<p>d</p>' ? piece('<p>dd</p>', 4, 4) : one))
  groups.apply(changeOf(book, typed))
  expect(keys(groups)['<p>dd</p>']).toBe(before['<p>d</p>'])
  expect(keys(groups)['<p>e</p>']).toBe(before['<p>e</p>'])
  expect(groups.groups.filter((_, at) => at !== 1)).toEqual(untouched)
  for (const [at, group] of untouched.entries()) {
    expect(groups.groups.filter((_, at) => at !== 1)[at]).toBe(group)
  }
})

test('a new paragraph moves what follows without drawing it again', () => {
  const groups = drawn(book)
  const last = groups.groups[2]
  const grown = [...book.slice(0, 4), piece('<p>new</p>', 5, 5)].concat(
    book.slice(4).map(({ html, line, block }) => piece(html, line + 2, block + 1))
  )
  groups.apply(changeOf(book, grown))
  expect(groups.groups[2]).toBe(last)
  expect(shown(groups)).toEqual(grown)
})

test('a very long chapter is drawn in parts', () => {
  const long = Array.from({ length: 200 }, (_, at) => piece(`<p>${at}</p>`, at + 1))
  expect(drawn(long).groups.length).toBeGreaterThan(3)
})
