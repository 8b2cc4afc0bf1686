import { expect, test } from 'vitest'
import { resolveLink } from '../../src/ui/preview/links.ts'

const paths = ['index.md', 'notes/cells.md', 'notes/dna.md', 'notes/old cells.md']
const from = (href: string) => resolveLink(href, 'notes/cells.md', paths)

test.each([
  ['dna.md', 'notes/dna.md', ''],
  ['./dna.md#helix', 'notes/dna.md', 'helix'],
  ['../index.md', 'index.md', ''],
  ['/index.md#A%20b', 'index.md', 'A b'],
  ['old%20cells.md', 'notes/old cells.md', '']
])('%s leads to the file %s', (href, path, part) => {
  expect(from(href)).toEqual({ kind: 'file', path, part })
})

test('a place in the document is scrolled to', () => {
  expect(from('#user-content-fn-1')).toEqual({ kind: 'here', id: 'user-content-fn-1' })
})

test.each(['https://example.org/dna.md', '//example.org/x', 'mailto:a@b.example'])(
  '%s leads out of the page',
  (href) => {
    expect(from(href)).toEqual({ kind: 'outside' })
  }
)

test.each(['gone.md', '%E0%A4%A', '../../index.html'])('%s leads nowhere', (href) => {
  expect(from(href)).toEqual({ kind: 'nowhere' })
})
