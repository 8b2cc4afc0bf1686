import { expect, test } from 'vitest'
import { fileTree } from '../../../src/state/project/file-tree.ts'

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
