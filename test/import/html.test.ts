import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import { ImportRefusal, type Imported } from '../../src/import/importer.ts'
import { inEnglish } from '../../src/say/say.ts'

/** What a page gives. */
function convert(html: BlobPart, path = 'notes/page.html'): Promise<Imported> {
  return importFile({ path, blob: new Blob([html]) }, {}, () => undefined)
}

async function textOf(html: string): Promise<string> {
  return (await convert(html)).files[0]?.text ?? ''
}

describe('a page', () => {
  test('gives headings, lists, tables, links and code with its language', async () => {
    const page = `<h1>Cells</h1><p>All <b>life</b>, <a href="https://example.com/a">here</a>.</p>
      <ol start="3"><li>three<ul><li>inner</li></ul></li></ol>
      <table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>
      <pre><code class="hljs language-python">print("x")
  y</code></pre>`
    expect(await textOf(page)).toBe(
      '# Cells\n\nAll **life**, [here](https://example.com/a).\n\n3. three\n   - inner\n\n' +
        '| a | b |\n| - | - |\n| 1\\|2 | x<br>y |\n\n```python\nprint("x")\n  y\n```\n'
    )
  })

  test('keeps tags as tags and escapes what only looks like Markdown', async () => {
    expect(await textOf('<p>[/Q]2*3*4 &lt;b&gt; [x]?[Q/] [/A]_a_ ==b== $5 %%c%%[A/]</p>')).toBe(
      '[/Q]2\\*3\\*4 \\<b> \\[x]?[Q/] [/A]\\_a\\_ \\==b\\== \\$5 \\%%c\\%%[A/]\n'
    )
  })

  test('keeps pictures that stand in it, and never fetches others', async () => {
    const page = '<img src="data:image/png;base64,AAEC" alt="a"><img src="https://x.org/b.png">'
    const { files, media } = await convert(page)
    expect(files).toEqual([
      { path: 'notes/page.md', text: '![a](pictures/page-1.png)![](https://x.org/b.png)\n' }
    ])
    expect(media).toEqual([{ path: 'notes/pictures/page-1.png', bytes: new Uint8Array([0, 1, 2]) }])
  })

  test('says of pictures that cannot be kept why: damaged in it, or elsewhere on a disk', async () => {
    const damaged = '<img src="data:image/png;base64,%%%"><img src="DATA:image/x-unknown,x">'
    const elsewhere = '<img src="file:///C:/a.png">'
    const notes = async (page: string) =>
      (await convert(`<p>Words.</p>${page}`)).notes.map(inEnglish)
    expect(await notes(damaged)).toEqual([
      '2 pictures were left out: they are written into the file (data:), and are damaged or of a kind that browsers do not show.'
    ])
    expect(await notes(elsewhere)).toEqual([
      '1 picture was left out: the file only says where on a disk it was.'
    ])
    expect(await notes(damaged + elsewhere)).toHaveLength(2)
    const { media } = await convert('<img src="Data:image/PNG;Base64,AAEC">')
    expect(media).toHaveLength(1)
  })

  test('drops scripts, styles, menus, comments and what is hidden', async () => {
    const page = `<title>T</title><style>p{}</style><nav>Menu</nav><p>Text<script>x()</script><!-- c -->
      <span style="display: none">no</span><span hidden>no</span></p>`
    expect(await textOf(page)).toBe('Text\n')
  })

  test('is read in the encoding that it says, or that it is in', async () => {
    const latin = new Uint8Array([0x3c, 0x70, 0x3e, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])
    expect((await convert(latin)).files[0]?.text).toBe('Müller\n')
    const cyrillic = new TextEncoder().encode('<meta charset=windows-1251><p>')
    expect((await convert(new Uint8Array([...cyrillic, 0xc4, 0xe0]))).files[0]?.text).toBe('Да\n')
  })
})

describe('formulas', () => {
  const tex = '<annotation encoding="application/x-tex">E = mc^2</annotation>'
  const mathml = `<math><semantics><mrow><mi>E</mi></mrow>${tex}</semantics></math>`

  test.each([
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${mathml}</span><span>E=mc2</span></span>`
    ],
    ['MathML', mathml],
    [
      'MathJax 3',
      `<mjx-container class="MathJax"><svg></svg><mjx-assistive-mml>${mathml}</mjx-assistive-mml></mjx-container>`
    ],
    [
      'MathJax 2',
      '<span class="MathJax_Preview">x</span><span class="MathJax">E</span><script type="math/tex">E = mc^2</script>'
    ]
  ])('of %s keep their TeX', async (_, html) => {
    expect(await textOf(`<p>So ${html} holds.</p>`)).toBe('So $E = mc^2$ holds.\n')
  })

  test('in cells and headings break neither', async () => {
    const shown = (tex: string) => `<script type="math/tex; mode=display">${tex}</script>`
    const cells = `<tr><td>a ${shown('\\|x\\| |\ny')}</td><td>b</td></tr>`
    expect(await textOf(`<h2>A ${shown('x')}</h2><table>${cells}</table>`)).toBe(
      '## A $x$\n\n| | |\n| - | - |\n| a $\\Vert x\\Vert  \\| y$ | b |\n'
    )
  })

  test('on lines of their own stay so', async () => {
    const html = `<span class="katex-display"><span class="katex">${mathml}</span></span>`
    expect(await textOf(`<p>So</p>${html}<p>holds.</p>`)).toBe('So\n\n$$\nE = mc^2\n$$\n\nholds.\n')
  })
})

describe('trouble', () => {
  test('boxes in boxes are read, quotes in quotes without end refused', async () => {
    expect(await textOf('<div>'.repeat(10_000) + 'deep')).toBe('deep\n')
    await expect(convert('<blockquote>'.repeat(10_000) + 'deep')).rejects.toThrow(
      'notes/page.html has more than 300 elements inside each other'
    )
  })

  test('an empty page is refused', async () => {
    await expect(convert('')).rejects.toThrow(ImportRefusal)
    await expect(convert('<script>x</script>')).rejects.toThrow('notes/page.html holds no text')
  })
})
