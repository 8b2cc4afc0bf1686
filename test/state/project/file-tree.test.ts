import { expect, test } from 'vitest'
import { fileTree, placePath, stepPath } from '../../../src/state/project/file-tree.ts'

const drawn = (paths: string[], closed: string[] = []) =>
  fileTree(paths, new Set(closed)).map(
    ({ kind, name, depth }) => `${'  '.repeat(depth)}${name}${kind === 'folder' ? '/' : ''}`
  )

test('folders stand above their files', () => {
  expect(drawn(['a.md', 'notes/b.md', 'notes/deep/c.md', 'notes/d.md', 'e.md'])).toEqual([
    'a.md',
    'notes/',
    '  b.md',
    '  deep/',
    '    c.md',
    '  d.md',
    'e.md'
  ])
})

test('folders that hold one folder and nothing else share a row', () => {
  expect(drawn(['docs/guide/en/a.md', 'docs/guide/en/b.md', 'docs/guide/de/a.md'])).toEqual([
    'docs/guide/',
    '  en/',
    '    a.md',
    '    b.md',
    '  de/',
    '    a.md'
  ])
})

test('a closed folder hides what is below it', () => {
  const paths = ['notes/b.md', 'notes/deep/c.md', 'notes/deep/d.md', 'e.md']
  expect(drawn(paths, ['notes'])).toEqual(['notes/', 'e.md'])
  expect(drawn(paths, ['notes/deep'])).toEqual(['notes/', '  b.md', '  deep/', 'e.md'])
})

test('a folder stands again where files of others come between its own', () => {
  const rows = fileTree(['x/a.md', 'b.md', 'x/c.md'], new Set())
  expect(rows.map(({ name }) => name)).toEqual(['x', 'a.md', 'b.md', 'x', 'c.md'])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('a file steps among those beside it, over a folder as a whole', () => {
  const paths = ['a.md', 'x/1.md', 'x/2.md', 'b.md']
  expect(stepPath(paths, 'b.md', -1)).toEqual(['a.md', 'b.md', 'x/1.md', 'x/2.md'])
  expect(stepPath(paths, 'x', -1)).toEqual(['x/1.md', 'x/2.md', 'a.md', 'b.md'])
  expect(stepPath(paths, 'x/2.md', -1)).toEqual(['a.md', 'x/2.md', 'x/1.md', 'b.md'])
  expect(stepPath(paths, 'x/2.md', 1)).toEqual(paths)
  expect(stepPath(paths, 'a.md', -1)).toEqual(paths)
})

test('a file is placed before or after another', () => {
  expect(placePath(['a', 'b', 'c'], 'a', 'c', true)).toEqual(['b', 'c', 'a'])
  expect(placePath(['a', 'b', 'c'], 'c', 'a', false)).toEqual(['c', 'a', 'b'])
  expect(placePath(['a', 'b', 'c'], 'b', 'b', true)).toEqual(['a', 'b', 'c'])
})
