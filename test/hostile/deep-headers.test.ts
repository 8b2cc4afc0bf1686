import { expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'

function read(yaml: string) {
  const text = `---\n${yaml}\n---\n\n[/Q]q[Q/] [/A]a[A/]\n`
  const { files, cards, diagnostics } = compile([{ path: 'a.md', text }])
  return { title: files[0]?.title, cards, diagnostics }
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

const nests: Record<string, (depth: number) => string> = {
  'lists in brackets': (depth) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`,
  'brackets that nothing closes': (depth) => `a: ${'['.repeat(depth)}`,
  'brackets that a quoted one seems to close': (depth) => `a: ${'["]",'.repeat(depth)}`,
  'maps in braces': (depth) => `a: ${'{a: '.repeat(depth)}`,
  'keys that are maps': (depth) => `a: ${'{? '.repeat(depth)}`,
  'pairs in a bracket': (depth) => `a: [${'a: '.repeat(depth)}b]`,
  'pairs in a line': (depth) => `a: ${'a: '.repeat(depth)}b`,
  dashes: (depth) => `a:\n  ${'- '.repeat(depth)}b`,
  'question marks': (depth) => `a:\n  ${'? '.repeat(depth)}b`,
  colons: (depth) => `a: b\n${': '.repeat(depth)}b`,
  indents: (depth) => lines(Math.min(depth, 2000), (at) => `${' '.repeat(at)}a:`),
  'dashes in lines': (depth) => `a:\n${lines(Math.min(depth, 2000), (at) => `${' '.repeat(at)}-`)}`
}

test.each(Object.keys(nests))('a header is not read to where no stack is left: %s', (name) => {
  for (const depth of [150, 2500, 20_000]) {
    const { cards, diagnostics } = read(`title: Cells\n${nests[name]!(depth)}`)
    expect(cards).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      {
        code: 'front-matter',
        said: { template: expect.stringContaining('in each other more than {most} deep') as string }
      }
    ])
    expect(diagnostics[0]!.start.line).toBeGreaterThan(2)
  }
})

test('what a mended header would hold is not read either', () => {
  const { diagnostics } = read(`b: x: 'foo\n ${'['.repeat(20_000)}`)
  expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([['front-matter', undefined]])
})

test('a header is read that is long, but no deeper than people write', () => {
  const links = lines(3000, (at) => `- "[[Note ${at}]]"`)
  const deep = `${'['.repeat(90)}a${']'.repeat(90)}`
  const found = read(`title: Cells\nlinks:\n${links}\ndeep: ${deep}\nprose: "${'[ '.repeat(500)}"`)
  expect(found).toMatchObject({ title: 'Cells', cards: [{}], diagnostics: [] })
})
