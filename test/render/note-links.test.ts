import { expect, test } from 'vitest'
import { compile, exporters, PreviewRenderer } from '../../src/laegna.ts'

const notes = ['a.md', 'bio/Cell parts.md']

async function preview(text: string, settings = {}): Promise<string> {
  const pieces = await new PreviewRenderer().render({ path: 'a.md', text }, settings, [], notes)
  return pieces.map(({ html }) => html).join('\n')
}

test('a link to a note leads to its file and heading, one to no note is its words', async () => {
  const text = 'See [[cell parts#Wall "x"|the *wall*]], [[Gone|nothing]], [[#Here]].'
  expect(await preview(text)).toBe(
    '<p>See <a href="/bio/Cell%20parts.md#Wall%20%22x%22" target="_blank" rel="noopener noreferrer">' +
      'the <em>wall</em></a>, nothing, <a href="/a.md#Here" target="_blank" rel="noopener noreferrer">Here</a>.</p>'
  )
})

test('nothing that is written becomes an address but that of a note', async () => {
  const text =
    '[[javascript:alert(1)]] [[Cell parts|https://a.example]] [[data:x|y]] [[Cell parts#"onx=1]]'
  const html = await preview(text)
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="/bio/Cell%20parts.md"',
    'href="/bio/Cell%20parts.md#%22onx%3D1"'
  ])
})

test('with the setting off it is text', async () => {
  expect(await preview('See [[Cell parts]].', { noteSyntax: false })).toBe(
    '<p>See [[Cell parts]].</p>'
  )
})

test('it is drawn anew when the note comes', async () => {
  const renderer = new PreviewRenderer()
  const file = { path: 'a.md', text: '[[New]]' }
  const drawn = async (notes: string[]) => (await renderer.render(file, {}, [], notes))[0]?.html
  expect(await drawn(['a.md'])).toBe('<p>New</p>')
  expect(await drawn(['a.md', 'New.md'])).toContain('href="/New.md"')
})

test('in the exported page it leads to the place of that document', async () => {
  const files = [
    { path: 'a.md', text: '# A\n\nSee [[b]], [[b#Two]], [[c]] and [two](b.md#two).' },
    { path: 'b.md', text: '# B\n\n## Two\n\nText.' }
  ]
  const html = exporters.find(({ id }) => id === 'html')!
  const input = { name: 'x', files, compilation: compile(files) }
  const result = await html.run(input, {}, { now: new Date(0), seed: 1 })
  const page = new TextDecoder().decode(result.files[0]!.bytes)
  expect(page).toContain(
    'See <a href="#file-2">b</a>, <a href="#file-2-1.1">b > Two</a>, c and <a href="#file-2-1.1">two</a>.'
  )
})
