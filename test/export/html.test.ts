import { describe, expect, it } from 'vitest'
import { compile, exporters, type SourceFile } from '../../src/laegna.ts'

const context = { now: new Date(0), seed: 1 }
const page = exporters.find(({ id }) => id === 'html')!

const cells = `# [/T]Cells[T/]

[/Q]What is <b>small</b>?[Q/] [/A]The cell, $x^2$.[A/]

![A cell](img/cell.png) [DNA](dna.md) [[/T]below](#note) text[^1]

$$
\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
$$

[/BLOCKREAD/]

[^1]: A note.
`
const files: SourceFile[] = [
  { path: 'cells.md', text: cells },
  { path: 'dna.md', text: '# DNA & co\n\n```js\nlet a = "b"\n```\n\nMore.[^1]\n\n[^1]: Another.\n' }
]
const media = new Map([['img/cell.png', new Uint8Array([1, 2, 3, 4])]])

async function saved(from = files, options = {}): Promise<string> {
  const compilation = compile(from, {}, [...media.keys()])
  const input = { name: 'My <notes>', compilation, files: from, media }
  const { files: written } = await page.run(input, options, context)
  expect(written.map(({ name, mime }) => [name, mime])).toEqual([['My-notes.html', 'text/html']])
  return new TextDecoder().decode(written[0]!.bytes)
}

describe('a project saved as a page', () => {
  it('has the counts on top, then every document', async () => {
    const html = await saved()
    expect(html).toContain('2 documents · 5 blocks · 0 chapters · 1 card</p>')
    expect(html).toContain('<title>My &lt;notes&gt;</title>')
    expect(html.indexOf('Cells')).toBeLessThan(html.indexOf('Another.'))
  })

  it('needs nothing beside itself', async () => {
    const html = await saved()
    expect(html).toContain('src="data:image/png;base64,AQIDBA==" alt="A cell"')
    expect(html).toContain('<math>')
    expect(html).toContain('<mtd style="padding-left:0em')
    expect(html).toContain('<span class="hljs-keyword">let</span>')
    expect(html).not.toMatch(/<script|<link|<button| data-(?:media|style|by|line)/)
    expect(html.match(/\b(?:src|href)="(?!#|data:)[^"]*"/g)).toBeNull()
  })

  it('keeps places with one name apart, and links from document to document', async () => {
    const html = await saved()
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, place] of html.matchAll(/href="#([^"]+)"/g)) {
      if (place !== 'file-1-user-content-note') expect(ids).toContain(place)
    }
    expect(html).toContain('<a href="#file-2">DNA</a>')
  })

  it('lists the chapters, unless that is not wanted', async () => {
    expect(await saved()).toContain('<a href="#file-2-1">DNA &amp; co</a>')
    expect(await saved(files, { contents: false })).not.toContain('class="contents"')
  })

  it('shows before how it will begin, just as it will be written', async () => {
    const compilation = compile(files, {}, [...media.keys()])
    const input = { name: 'My <notes>', compilation, files, media }
    const { samples } = await page.preview(input, {}, context)
    const begin = samples[0]!.page!
    // What a page of its own holds is left to the page that shows it: styles, pictures, the main part.
    const bare = (html: string) =>
      html
        .replace(/ (?:src|style|data-media|data-style)="[^"]*"/g, '')
        .replace(/<(\/?)main>/g, '<$1div>')
    expect(bare(await saved())).toContain(bare(begin))
    expect(begin).toContain(' data-media="img/cell.png"')
    expect(begin).not.toContain(' style=')
  })

  it('shows before of a long document only the beginning', async () => {
    const long = [
      { path: 'long.md', text: 'A paragraph that comes again and again.\n\n'.repeat(50_000) }
    ]
    const compilation = compile(long)
    const { samples } = await page.preview({ name: 'Long', compilation, files: long }, {}, context)
    expect(samples[0]!.page!.length).toBeLessThan(100_000)
  })

  it('says why there is none of an empty project', async () => {
    await expect(saved([])).rejects.toThrow('There is no document to save.')
  })
})
