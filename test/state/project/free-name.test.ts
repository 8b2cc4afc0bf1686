import { describe, expect, test } from 'vitest'
import { freeName, acceptPath, pathForText } from '../../../src/state/project/free-name.ts'

describe('a free name', () => {
  test('is the one that was wished where nobody has it', () => {
    expect(freeName('cells.md', ['dna.md'])).toBe('cells.md')
  })

  test('counts up before the ending', () => {
    expect(freeName('a/cells.md', ['a/cells.md', 'a/cells (2).md'])).toBe('a/cells (3).md')
    expect(freeName('Biology', ['Biology'])).toBe('Biology (2)')
    expect(freeName('.md', ['.md'])).toBe('.md (2)')
    const taken = new Set<string>()
    for (let at = 0; at < 100; at += 1) taken.add(freeName('a.md', taken))
    expect([...taken].slice(-2)).toEqual(['a (99).md', 'a (100).md'])
  })
})

describe('pasted text is named', () => {
  test.each([
    ['Intro.\n\n## The cell: parts & whole\n', 'the-cell-parts-whole.md'],
    ['# [/T]Cells[T/]\n', 'cells.md'],
    ['# [/T]Q & A Usage[T/]\n', 'q-a-usage.md'],
    ['Cells\n=====\n', 'cells.md'],
    ['# 生命 の 起源\n', '生命-の-起源.md'],
    ['No heading at all, only words\nmore', 'no-heading-at-all-only-words.md'],
    ['# ***\n', 'pasted.md']
  ])('%j → %s', (text, path) => {
    expect(pathForText(text)).toBe(path)
  })
})

describe('a path that was typed', () => {
  test.each(['cells.md', 'notes/2026/cells.md', '細胞.md'])('%s is fine', (path) => {
    expect(acceptPath(path, [])).toBeUndefined()
  })

  test.each([
    ['', /needs a name/],
    ['cells.md', /already has/],
    ['a\\b.md', /Write \//],
    ['../b.md', /“\.\.” cannot be the name/],
    ['a//b.md', /need a name/],
    ['/b.md', /need a name/]
  ])('%s is not', (path, sentence) => {
    expect(acceptPath(path, ['cells.md'])).toMatch(sentence)
  })
})
