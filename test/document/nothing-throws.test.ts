import { describe, expect, it } from 'vitest'
import { compile, renderHtml } from '../../src/laegna.ts'

/** Texts that once broke reading: the other files of the project go on. */
const good = { path: 'good.md', text: '# Good\n\n[/Q]g[Q/] [/A]h[A/]' }
const texts: [name: string, text: string, code: string][] = [
  ['an alias without anchor', '---\nglobs: *.md\n---\n\n[/Q]g[Q/] [/A]h[A/]', 'front-matter'],
  ['quotes in quotes', `${'>'.repeat(10_000)} x`, 'too-deep']
]

describe.each(texts)('%s', (_name, text, code) => {
  it('is reported, and the rest of the project is read', () => {
    const { cards, diagnostics } = compile([{ path: 'bad.md', text }, good])
    expect(diagnostics.map((problem) => [problem.file, problem.code])).toEqual([['bad.md', code]])
    expect(cards.map(({ path }) => path)).toContain('good.md')
    expect(renderHtml({ path: 'bad.md', text })).not.toBe('')
  })
})

it('footnotes that use each other, thousands of them, are all on the card', () => {
  const footnote = (at: number) => `[^${String(at)}]: note${String(at)} [^${String(at + 1)}]`
  const footnotes = Array.from({ length: 3000 }, (_, at) => footnote(at)).join('\n\n')
  const text = `[/Q]g[^0][Q/] [/A]h[A/]\n\n${footnotes}`
  const { cards, diagnostics } = compile([{ path: 'a.md', text }])
  expect(diagnostics).toEqual([])
  expect(cards).toMatchObject([{ questionHtml: expect.stringContaining('note2999') as string }])
})

it('more tags in a paragraph than a call takes arguments are each named', () => {
  const { diagnostics } = compile([{ path: 'a.md', text: '[/Q]'.repeat(130_000) }])
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['unclosed-tag']))
  expect(diagnostics).toHaveLength(130_000)
})

it('files never share an id', () => {
  const files = ['a.md', 'a.txt', 'c.md'].map((path) => ({
    path,
    text: path === 'c.md' ? '---\nfile_id: a.md\n---\n\nc' : 'x'
  }))
  expect(compile(files).files.map(({ fileId }) => fileId)).toEqual(['a.md', 'a.txt', 'c.md'])
})
