import { describe, expect, it } from 'vitest'
import { findInFiles, replaceInFiles, type FindQuery } from '../../../src/worker/found/find-text.ts'

const files = [
  { path: 'a.md', text: '# Cells\n\nA cell is a cell.\nCells live.\n' },
  { path: 'b.md', text: 'Nothing here.\n' },
  { path: 'c.md', text: 'zellen: Cell $1 (cell)' }
]

function query(text: string, more: Partial<FindQuery> = {}): FindQuery {
  return { text, regex: false, matchCase: false, wholeWords: false, ...more }
}

/** Where something is found, as `path:line: before[match]after`. */
function places(...given: Parameters<typeof query>): string[] {
  return findInFiles(files, query(...given), 100).flatMap(({ path, matches }) =>
    matches.map(({ line, before, text, after }) => `${path}:${line}: ${before}[${text}]${after}`)
  )
}

describe('finding in files', () => {
  it('gives each place with its line and what stands around it', () => {
    expect(places('cells')).toEqual(['a.md:1: # [Cells]', 'a.md:4: [Cells] live.'])
    expect(places('(cell)')).toEqual(['c.md:1: zellen: Cell $1 [(cell)]'])
  })

  it('minds case, whole words and expressions where it is told to', () => {
    expect(places('cell', { matchCase: true, wholeWords: true })).toEqual([
      'a.md:3: A [cell] is a cell.',
      'a.md:3: A cell is a [cell].',
      'c.md:1: …ellen: Cell $1 ([cell])'
    ])
    expect(places('^\\p{Lu}\\w+ l', { regex: true, matchCase: true })).toEqual([
      'a.md:4: [Cells l]ive.'
    ])
    expect(places('x*', { regex: true })).toEqual([])
  })

  it('lists so many places, and counts them all', () => {
    const found = findInFiles(files, query('cell'), 2)
    expect(found.map(({ path, count, matches }) => [path, count, matches.length])).toEqual([
      ['a.md', 4, 2],
      ['c.md', 2, 0]
    ])
  })
})

describe('replacing in files', () => {
  it('replaces all, or the one at a place, and gives only files that changed', () => {
    const all = replaceInFiles(files, query('cells'), 'Zellen')
    expect(all).toEqual({
      files: [{ path: 'a.md', text: '# Zellen\n\nA cell is a cell.\nZellen live.\n' }],
      count: 2
    })
    expect(replaceInFiles(files, query('cells'), 'Zellen', 2).files).toEqual([
      { path: 'a.md', text: '# Zellen\n\nA cell is a cell.\nCells live.\n' }
    ])
  })

  it('takes $1 for a group in an expression, and for itself in a text', () => {
    const some = files.slice(2)
    expect(replaceInFiles(some, query('cell', { matchCase: true }), '$1').files[0]?.text).toBe(
      'zellen: Cell $1 ($1)'
    )
    const groups = query('\\((c)(?<rest>\\w+)\\)', { regex: true })
    expect(replaceInFiles(some, groups, '$2$1 $<rest> $& $$ $9').files[0]?.text).toBe(
      'zellen: Cell $1 ellc ell (cell) $ $9'
    )
  })
})
