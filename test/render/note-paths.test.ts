import { expect, test } from 'vitest'
import { NotePaths } from '../../src/render/note-paths.ts'

const paths = [
  'index.md',
  'deep/er/Cell.md',
  'bio/Cell.md',
  'bio/old/Plant cell.markdown',
  'v1.2.md',
  'log.txt',
  'Case.md',
  'case.md',
  'me\u0301l.md'
]

test.each([
  ['Cell', 'index.md', 'bio/Cell.md'],
  ['cell', 'deep/er/x.md', 'deep/er/Cell.md'],
  ['deep/er/Cell', 'index.md', 'deep/er/Cell.md'],
  ['er/Cell.md', 'index.md', 'deep/er/Cell.md'],
  ['PLANT CELL', 'index.md', 'bio/old/Plant cell.markdown'],
  ['Plant%20cell', 'index.md', 'bio/old/Plant cell.markdown'],
  ['./Cell', 'bio/x.md', 'bio/Cell.md'],
  ['../Cell', 'bio/old/x.md', 'bio/Cell.md'],
  ['../Cell', 'deep/x.md', undefined],
  ['/bio/Cell', 'deep/er/x.md', 'bio/Cell.md'],
  ['/Cell', 'deep/er/x.md', undefined],
  ['v1.2', 'index.md', 'v1.2.md'],
  ['log', 'index.md', 'log.txt'],
  ['case', 'index.md', 'case.md'],
  ['Case', 'index.md', 'Case.md'],
  ['m\u00e9l', 'index.md', 'me\u0301l.md'],
  ['', 'bio/Cell.md', 'bio/Cell.md'],
  ['ell', 'index.md', undefined],
  ['__proto__', 'index.md', undefined]
])('[[%s]] in %s means %s', (note, from, path) => {
  expect(new NotePaths(paths).find(note, from)).toBe(path)
})
