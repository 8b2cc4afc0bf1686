import { expect, test } from 'vitest'
import { compile, findCards, renderHtml } from '../../src/laegna.ts'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { parse } from '../../src/markdown/parse.ts'

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** What stands in itself, so many times. */
const nests: Record<string, (depth: number) => string> = {
  quotes: (depth) => `${'>'.repeat(depth)} deep`,
  'quotes, apart': (depth) => `${'> '.repeat(depth)}deep`,
  lists: (depth) => `${'- '.repeat(depth)}deep`,
  'lists with numbers': (depth) => `${'1. '.repeat(depth)}deep`,
  'lists in quotes': (depth) => `${'> - '.repeat(depth)}deep`,
  'lists by indents': (depth) => lines(Math.min(depth, 250), (at) => `${'  '.repeat(at)}- deep`),
  'lists in lines of a list': (depth) =>
    lines(Math.min(depth, 250) / 20, (at) => `${'  '.repeat(at * 20)}${'- '.repeat(20)}deep`),
  'footnotes in footnotes': (depth) => `See it deep.\n\n${'[^a]: '.repeat(depth)}deep`,
  definitions: (depth) => `term\n${': '.repeat(depth)}deep`
}

test.each(Object.keys(nests))('is read to a depth, and goes on behind it: %s', (name) => {
  for (const depth of [130, 50_000]) {
    const text = `# Before\n\n[/Q]q[Q/] [/A]a[A/]\n\n${nests[name]!(depth)}\n\n# Behind\n\n*words*\n`
    const { cards, diagnostics, chapters } = compile([{ path: 'a.md', text }], { capture: 'all' })
    expect(cards).toHaveLength(1)
    expect(chapters.map(({ title }) => title)).toEqual(['Before', 'Behind'])
    const deep = diagnostics.filter(({ code }) => code === 'too-deep')
    if (name !== 'footnotes in footnotes' && name !== 'definitions') {
      expect(deep.map(({ start }) => start.line > 4)).toContain(true)
    }
    const html = renderHtml({ path: 'a.md', text })
    expect(html).toContain('deep')
    expect(html).toContain('<em>words</em>')
    const found = findCards({ path: 'a.md', text })
    expect(found.map(({ rule }) => rule)).toEqual(name === 'definitions' ? ['definition-list'] : [])
  }
})

test.each(Object.keys(nests))('is scanned as it is parsed, around the limit: %s', (name) => {
  for (const depth of [48, 51, 98, 99, 100, 101, 102, 230]) {
    for (const behind of ['', '\nlazy\n\n    in it\n', '\n```\ncode\n\n~~~\nwords\n']) {
      const text = `Before.\n\n${nests[name]!(depth)}${behind}\n\nBehind.\n`
      expect(new DocumentParser().parse(text).root.children).toEqual(parse(text).root.children)
    }
  }
})

test('ninety quotes in each other are quotes', () => {
  const text = `${'>'.repeat(90)} deep`
  expect(renderHtml({ path: 'a.md', text }).match(/<blockquote/g)).toHaveLength(90)
  expect(compile([{ path: 'a.md', text }]).diagnostics).toEqual([])
})
