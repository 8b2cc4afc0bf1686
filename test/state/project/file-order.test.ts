import { expect, test } from 'vitest'
import { placePaths, stepPaths, wholeFolders } from '../../../src/state/project/file-order.ts'

const paths = ['a.md', 'x/1.md', 'x/2.md', 'b.md']

test('a file steps among those beside it, over a folder as a whole', () => {
  expect(stepPaths(paths, ['b.md'], -1)).toEqual(['a.md', 'b.md', 'x/1.md', 'x/2.md'])
  expect(stepPaths(paths, ['x'], -1)).toEqual(['x/1.md', 'x/2.md', 'a.md', 'b.md'])
  expect(stepPaths(paths, ['x/2.md'], -1)).toEqual(['a.md', 'x/2.md', 'x/1.md', 'b.md'])
  expect(stepPaths(paths, ['x/2.md'], 1)).toBe(paths)
  expect(stepPaths(paths, ['a.md'], -1)).toBe(paths)
})

test('several step together and never pass each other', () => {
  const five = ['a', 'b', 'c', 'd', 'e']
  expect(stepPaths(five, ['b', 'd'], -1)).toEqual(['b', 'a', 'd', 'c', 'e'])
  expect(stepPaths(five, ['c', 'd'], 1)).toEqual(['a', 'b', 'e', 'c', 'd'])
  expect(stepPaths(five, ['a', 'b', 'd'], -1)).toEqual(['a', 'b', 'd', 'c', 'e'])
  expect(stepPaths(five, ['d', 'e'], 1)).toBe(five)
  expect(stepPaths(paths, ['x', 'b.md'], -1)).toEqual(['x/1.md', 'x/2.md', 'b.md', 'a.md'])
})

test('files are placed before or after another, also after one of themselves', () => {
  expect(placePaths(['a', 'b', 'c'], ['a'], 'c', true)).toEqual(['b', 'c', 'a'])
  expect(placePaths(['a', 'b', 'c'], ['c'], 'a', false)).toEqual(['c', 'a', 'b'])
  expect(placePaths(['a', 'b', 'c'], ['b'], 'b', true)).toEqual(['a', 'b', 'c'])
  expect(placePaths(['a', 'b', 'c', 'd'], ['a', 'c'], 'c', false)).toEqual(['b', 'a', 'c', 'd'])
  expect(placePaths(['a', 'b', 'c', 'd'], ['a', 'd'], 'b', true)).toEqual(['b', 'a', 'd', 'c'])
})

test('a folder with all its files among those chosen stands for them', () => {
  expect(wholeFolders(paths, ['x/1.md', 'x/2.md', 'b.md'])).toEqual(['x', 'b.md'])
  expect(wholeFolders(paths, ['a.md', 'x/1.md'])).toEqual(['a.md', 'x/1.md'])
  expect(wholeFolders(['x/y/1.md', 'x/2.md'], ['x/y/1.md', 'x/2.md'])).toEqual(['x'])
})
