import { describe, expect, test } from 'vitest'
import { fileOfLink, holdsDocument, linkTo } from '../../../src/state/import/document-link.ts'

const page = 'https://example.org/laegna/?x#training'
const fragmentOf = (link: string) => new URL(link).hash

async function deflated(content: BlobPart): Promise<string> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  const text = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `#document=${text}`
}

test('a link carries a file whole, behind the # of the page without anything else', async () => {
  const file = { path: 'notes/Zellen 🧬.md', text: '# Zellen\n\n[/Q]Was?[Q/] [/A]„Leben“ 𝒳[A/]\n' }
  const link = await linkTo(page, file)
  expect(link).toMatch(/^https:\/\/example\.org\/laegna\/#document=[\w-]+$/)
  expect(holdsDocument(fragmentOf(link))).toBe(true)
  expect(await fileOfLink(fragmentOf(link))).toEqual(file)
})

test('a long text becomes a short link', async () => {
  const text = 'All work and no play makes a dull day. '.repeat(1000)
  expect((await linkTo(page, { path: 'a.md', text })).length).toBeLessThan(1000)
})

describe('a hostile link gives a sentence and nothing else', () => {
  test.each([
    ['nothing', '#document='],
    ['letters that are none', '#document=%%%%'],
    ['no compressed bytes', '#document=AAAAAAAA'],
    ['the middle of a link', '#document=q1bKSM3JyQ'],
    ['very much', `#document=${'A'.repeat(100_000)}`]
  ])('%s', async (_, fragment) => {
    await expect(fileOfLink(fragment)).rejects.toThrow(/link/)
  })

  test.each([
    ['no JSON', 'hello'],
    ['another shape', '{"path":"a.md"}'],
    ['more than a document', '{"path":"a.md","text":"x","__proto__":{"a":1},"more":1}'],
    ['no text', '{"path":"a.md","text":7}'],
    ['an endless name', JSON.stringify({ path: 'x'.repeat(5000), text: '' })],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])]
  ])('%s', async (_, content) => {
    await expect(fileOfLink(await deflated(content))).rejects.toThrow('cannot be read')
  })

  test('a few bytes that unfold to 50 MB', async () => {
    const bomb = await deflated(JSON.stringify({ path: 'a.md', text: ' '.repeat(50_000_000) }))
    await expect(fileOfLink(bomb.slice(0, 59_000))).rejects.toThrow('too large')
  })
})

test.each([
  ['../../etc/passwd', 'from-a-link.md'],
  ['a\\b.md', 'from-a-link.md'],
  ['ev\u202eil\u0000.md', 'evil.md'],
  ['page.html', 'page.html.md']
])('the path %j of a link becomes %s', async (path, clean) => {
  const link = await linkTo(page, { path, text: 'x' })
  expect((await fileOfLink(fragmentOf(link))).path).toBe(clean)
})
