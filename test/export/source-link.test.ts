import { expect, test } from 'vitest'
import { compile, exporters, renderCardSides, type Ledger } from '../../src/laegna.ts'
import { sourceLink } from '../../src/document/source-link.ts'

const place = { path: 'bio/a & b"{{c1::x}}.md', line: 7, heading: 'Über/unter' }
const encodedPath = 'bio/a%20%26%20b%22%7B%7Bc1%3A%3Ax%7D%7D.md'

test.each([
  ['', undefined],
  ['bio/{path}', undefined],
  ['javascript:alert({line})', undefined],
  [' JavaScript:x', undefined],
  ['data:text/html,{path}', undefined],
  ['vbscript:{path}', undefined],
  ['{path}', undefined],
  ['https://a.example/{path}#L{line}', `https://a.example/${encodedPath}#L7`],
  [
    'obsidian://open?vault=V&file={path}',
    `obsidian://open?vault=V&file=${encodedPath.replace('/', '%2F')}`
  ],
  ['OBSIDIAN://x?h={heading}', 'obsidian://x?h=%C3%9Cber%2Funter'],
  ['file:///home/{path}', `file:///home/${encodedPath}`],
  ['https://a.example/"><script>{x}', 'https://a.example/%22%3E%3Cscript%3E%7Bx%7D']
])('%s', (template, url) => {
  expect(sourceLink(template, place)).toBe(url)
})

const context = { now: new Date(0), seed: 1 }
const files = (before = '') => [{ path: 'n/a b.md', text: `${before}[/Q]q[Q/] [/A]a[A/]` }]

async function json(settings: object, before = '', ledger?: Ledger) {
  const compilation = compile(files(before), settings)
  const exporter = exporters.find(({ id }) => id === 'anki-json')!
  const input = { name: 'x', files: files(before), compilation, ...(ledger && { ledger }) }
  const { files: written, ledger: after } = await exporter.run(input, {}, context)
  const [card] = JSON.parse(new TextDecoder().decode(written[0]!.bytes)) as Record<string, string>[]
  return { card: card!, after: after! }
}

test('each card carries it, in the fields that there are', async () => {
  const settings = { sourceLink: 'obsidian://open?vault=V&file={path}' }
  const [card] = compile(files(), settings).cards
  const link = '<a href="obsidian://open?vault=V&amp;file=n%2Fa%20b.md">'
  expect(renderCardSides(card!)[0]!.back).toContain(`<div class="source">${link}n/a b.md</a></div>`)
  const { card: written } = await json(settings)
  expect(written['back_html']).toBe(`A: a<div class="source">${link}Source</a></div>`)
  expect(written['source_url']).toBe('obsidian://open?vault=V&file=n%2Fa%20b.md')
})

test('without one nothing changes', async () => {
  const { card } = await json({})
  expect(card).not.toHaveProperty('source_url')
  expect(card['back_html']).toBe('A: a')
})

test('another link leaves a card the note that it is', async () => {
  const first = await json({})
  const linked = await json({ sourceLink: 'https://a.example/{path}#{line}' }, '', first.after)
  const moved = await json({ sourceLink: 'https://a.example/{path}#{line}' }, 'x\n\n', linked.after)
  expect(linked.card['guid']).toBe(first.card['guid'])
  expect(moved.card['guid']).toBe(first.card['guid'])
  expect(moved.card['source_url']).toBe('https://a.example/n/a%20b.md#3')
  expect(linked.after.entries).not.toEqual(first.after.entries)
})
