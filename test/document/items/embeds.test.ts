import { describe, expect, it } from 'vitest'
import { compile, exporters, PreviewRenderer, type SourceFile } from '../../../src/laegna.ts'

const context = { now: new Date(0), seed: 1 }

async function preview(file: SourceFile, others: SourceFile[], media: string[] = []) {
  const renderer = new PreviewRenderer()
  const paths = [file, ...others].map(({ path }) => path)
  const pieces = await renderer.render(file, {}, media, paths, others)
  return { pieces, html: pieces.map(({ html }) => html).join('\n'), asked: renderer.asked }
}

describe('a note that stands in another', () => {
  it('is drawn there without its tags, with its own media and places of the host', async () => {
    const text = 'Before\n\n[/A]![[bio/Cell]][A/]\n\nAfter'
    const cell = '[/Q]What?[Q/] [/A]A ![c](c.png) [[Wall]].[A/]\n\n[^1]: x\n\nNoted[^1].'
    const others = [
      { path: 'bio/Cell.md', text: cell },
      { path: 'bio/Wall.md', text: '' },
      { path: 'Wall.md', text: '' }
    ]
    const { pieces, html, asked } = await preview({ path: 'a.md', text }, others, [
      'c.png',
      'bio/c.png'
    ])
    expect(html).toContain('data-media="bio/c.png"')
    expect(html).toContain('href="/Wall.md"')
    expect(html.match(/tag-answer/g)).toHaveLength(1)
    expect(html).toContain('Noted<sup>')
    expect(pieces.map(({ line }) => line)).toEqual([1, 3, 3, 5, 0])
    expect(asked).toEqual(['bio/Cell.md'])
  })

  it('keeps the sizes of its pictures, however they are addressed', async () => {
    const others = [{ path: 'b.md', text: '![a|100][ref] ![b|120](c.png)\n\n[ref]: c.png' }]
    const { html } = await preview({ path: 'a.md', text: '![[b]]' }, others, ['c.png'])
    expect(html).toContain('width="100"')
    expect(html).toContain('width="120"')
  })

  it('is drawn anew when it changes', async () => {
    const renderer = new PreviewRenderer()
    const file = { path: 'a.md', text: '- ![[b]]' }
    const drawn = async (...texts: SourceFile[]) =>
      (await renderer.render(file, {}, [], ['a.md', 'b.md', 'c.md'], texts))[0]?.html
    expect(await drawn()).toContain('<a href="/b.md"')
    expect(await drawn({ path: 'b.md', text: 'One ![[c]]' })).toContain('One <a')
    const nested = { path: 'b.md', text: '![[c]]' }
    expect(await drawn(nested, { path: 'c.md', text: 'Two' })).toContain('<p>Two</p>')
    expect(await drawn(nested, { path: 'c.md', text: 'Three' })).toContain('<p>Three</p>')
    expect(renderer.asked).toEqual(['b.md', 'c.md'])
  })

  it('never opens what nothing closes', async () => {
    const others = [{ path: 'b.md', text: '<div><b>bold\n\n<script>x' }]
    const { html } = await preview({ path: 'a.md', text: '![[b]]\n\nAfter' }, others)
    expect(html).toContain('After')
    expect(html).not.toContain('script')
  })

  it('stands on the saved page, in the data and in plain text', async () => {
    const files = [
      { path: 'a.md', text: '# A\n\n[/CHAPTREEREAD/]\n\n![[b]]' },
      { path: 'b.md', text: 'Shown *there*.' }
    ]
    const html = exporters.find(({ id }) => id === 'html')!
    const input = { name: 'x', files, compilation: compile(files) }
    const page = await html.run(input, {}, context)
    const written = new TextDecoder().decode(page.files[0]!.bytes)
    expect(written.match(/Shown <em>there<\/em>/g)).toHaveLength(2)
    expect(compile(files).chapters[0]?.content).toBe('# A\n\nShown *there*.')
    const plain = compile(files, { contentFormat: 'text' })
    expect(plain.chapters[0]?.content).toBe('A\n\nShown there.')
  })

  it.each(['![[b]] ^name', '![[b]] %%why%%', '%%why%% ![[b]]', '![[b|words]]'])(
    'stands alone with what shows nothing: %s',
    (text) => {
      const files = [
        { path: 'a.md', text },
        { path: 'b.md', text: 'Shown %%SECRET%%' }
      ]
      const { chapters } = compile(files, { capture: 'all' })
      expect(chapters[0]?.content).toBe('Shown')
      const plain = compile(files, { capture: 'all', contentFormat: 'text' })
      expect(plain.chapters[0]?.content).toBe('Shown')
    }
  )

  it('is its words where note syntax is off', () => {
    const files = [
      { path: 'a.md', text: '[/Q]q[Q/] [/A]![[b]][A/]' },
      { path: 'b.md', text: 'B' }
    ]
    const { cards, diagnostics } = compile(files, { noteSyntax: false })
    expect(cards[0]?.answer).toBe('![[b]]')
    expect(diagnostics).toEqual([])
  })

  it('doubles no card, whatever it holds', () => {
    const files = [
      { path: 'a.md', text: '[/Q]q[Q/] [/A]![[b]][A/]\n\n![[b]]' },
      { path: 'b.md', text: '[/Q]q2[Q/] [/A]{{c1::x}} $\\href{a}{b}$ [/q][A/]' }
    ]
    const { cards, diagnostics } = compile(files)
    expect(cards.map(({ question }) => question)).toEqual(['q', 'q2'])
    expect(diagnostics.every(({ file }) => file === 'b.md')).toBe(true)
  })
})

/** Files that embed each other in some pattern. */
function web(count: number, embeds: (at: number) => number[]): SourceFile[] {
  return Array.from({ length: count }, (_, at) => ({
    path: `${String(at)}.md`,
    text: `# ${String(at)}\n\n${embeds(at)
      .map((other) => `![[${String(other)}]]\n\n`)
      .join('')}`
  }))
}

describe('hostile embeds', () => {
  it.each([
    ['a chain', web(500, (at) => [at + 1]), 8],
    ['a circle', web(500, (at) => [(at + 1) % 500]), 8],
    ['doubling', web(60, (at) => [at + 1, at + 1]), 1000],
    ['all in all', web(60, () => Array.from({ length: 60 }, (_, at) => at)), 1000]
  ])('take over so much and no more: %s', (_name, files, most) => {
    const { chapters, diagnostics } = compile(files, { capture: 'all' })
    const [first] = chapters
    expect(first!.content.length).toBeLessThan(250_000)
    expect(first!.content.match(/^# /gm)!.length).toBeLessThanOrEqual(most + 1)
    const codes = new Set(diagnostics.map(({ code }) => code))
    for (const code of codes) expect(code).toMatch(/^embed-(?:not-found|circle|too-long)$/)
    expect(codes.has('embed-too-long')).toBe(true)
  })

  it('are told once where one file embeds too much', () => {
    const files = [
      { path: 'a.md', text: '![[b]]\n\n'.repeat(5000) },
      { path: 'b.md', text: 'words '.repeat(1000) }
    ]
    const { diagnostics } = compile(files)
    expect(diagnostics.map(({ code }) => code)).toEqual(['embed-too-long'])
  })
})
