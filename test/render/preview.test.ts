import { describe, expect, it } from 'vitest'
import { PreviewRenderer, renderHtml } from '../../src/laegna.ts'

const html = (text: string) => renderHtml({ path: 'notes/a.md', text })
const drawn = async (text: string, media: string[] = []) => {
  const pieces = await new PreviewRenderer().render({ path: 'notes/a.md', text }, {}, media)
  return pieces.map((piece) => piece.html).join('\n')
}

describe('tags', () => {
  it('are letters where a span begins and nothing where it ends', () => {
    const shown = html('# [/T]Cells[T/] and more\n')
    expect(shown).toContain('title="Name of the chapter">T</span>Cells and more</h1>')
  })

  it('that stand for themselves stay as they are written', () => {
    expect(html('Write [/Q] for a question.\n')).toBe(
      '<p data-line="1">Write [/Q] for a question.</p>'
    )
  })

  it('cannot be faked by HTML of the text', () => {
    const forged = '<span class="tag tag-answer" data-hole="7">A</span><button>B</button>\n'
    expect(html(forged)).toBe('<p data-line="1"><span>A</span>B</p>')
  })
})

describe('questions and answers', () => {
  it('within a paragraph are wrapped, and the letter of an answer is a button', () => {
    const shown = html('[/Q]What is *this*?[Q/] [/A]A **cell**.[A/] Go on.\n')
    expect(shown).toContain('<span class="part part-question">What is <em>this</em>?</span>')
    expect(shown).toMatch(/<button [^>]*aria-expanded="true"[^>]*>A<\/button>/)
    expect(shown).toContain('<span class="part part-answer">A <strong>cell</strong>.</span> Go on.')
  })

  it('of several blocks mark each block, whole', () => {
    const shown = html('[/A]\n\nOne.\n\n- two\n\n[A/]\n\nThree.\n')
    expect(shown).toContain('<p data-line="3" class="part part-answer">One.</p>')
    expect(shown).toContain('<ul data-line="5" class="part part-answer">')
    expect(shown).toContain('<p data-line="9">Three.</p>')
  })

  it('that begin in the middle of one block and end in that of another mark what is theirs', () => {
    const shown = html('Before [/A]one\n\ntwo\n\n- three[A/] after\n')
    expect(shown).toContain('<span class="part part-answer">one</span>')
    expect(shown).toContain('class="part part-answer">two</p>')
    expect(shown).toContain('<li><span class="part part-answer">three</span> after</li>')
  })

  it('keep to their cells in a table', () => {
    const shown = html('| a | b |\n|---|---|\n| [/Q]301[Q/] | [/A]moved[A/] |\n')
    expect(shown).toMatch(/<td>.*<span class="part part-question">301<\/span><\/td>/)
    expect(shown).toMatch(/<td>.*<span class="part part-answer">moved<\/span><\/td>/)
  })
})

describe('blocks of a script that runs from right to left', () => {
  it('say so, whatever chips and code stand before the first letter', () => {
    expect(html('# [/T]الخلايا[T/]\n')).toMatch(/^<h1 data-line="1" dir="rtl">/)
    expect(html('`x` هي خلية\n')).toContain('<p data-line="1" dir="rtl">')
    expect(html('Cell (خلية)\n')).toBe('<p data-line="1">Cell (خلية)</p>')
  })

  it('turn what is in them, but neither code nor blocks of another script', () => {
    const shown = html('- תא\n\n  ```\n  x = 1\n  ```\n\n- cell\n')
    expect(shown).toContain('<ul data-line="1" dir="rtl">')
    expect(shown).toContain('<pre dir="ltr"')
    expect(shown).toMatch(/<li dir="ltr"[^>]*>\s*<p[^>]*>cell/)
    expect(shown.match(/dir="rtl"/g)).toHaveLength(1)
  })

  it('run as their author says', () => {
    expect(html('<p dir="rtl">cell</p>\n')).toContain('dir="rtl">cell')
  })
})

describe('math', () => {
  it('is drawn as MathML, inline and by itself', async () => {
    expect(await drawn('So $x^2$.\n')).toContain('<math><msup><mi>x</mi>')
    expect(await drawn('$$\nx^2\n$$\n')).toContain('<math display="block"')
  })

  it('that cannot be read stands as it is written, and says why', async () => {
    const shown = await drawn('So $\\frac{1$ is.\n')
    expect(shown).toMatch(/<code class="math-error" title="This formula cannot be drawn: [^"]+"/)
    expect(shown).toContain('\\frac{1</code>')
    expect(await drawn('So $a_b_c$ is.\n')).toContain('It cannot be read from “_c” on.')
  })

  it.each([
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\url{https://example.org}`,
    String.raw`\includegraphics{https://example.org/a.png}`,
    String.raw`\style{background:url(https://example.org)}{x}`,
    String.raw`\htmlData{onclick=alert(1)}{x}`,
    String.raw`\class{x" onmouseover="alert(1)}{x}`,
    String.raw`\text{<img src=x onerror=alert(1)>}`,
    String.raw`\color{red;background:url(https://example.org)}x`
  ])('takes nothing but formulas from %s', async (tex) => {
    const shown = await drawn(`So $${tex}$.\n`)
    const inTags = [...shown.matchAll(/<[^>]*>/g)]
      .join('')
      .replace(/ (?:title|data-said)="[^"]*"/g, '')
    expect(inTags).not.toMatch(/on\w+=|href|src=|url\(|javascript/i)
    expect(shown).not.toContain('<img')
  })
})

describe('code', () => {
  it.each(['rust,ignore', '{.python', 'vue-html', 'JS'])('named %s is coloured', async (info) => {
    expect(await drawn(`\`\`\`${info}\n"a" // <b>\n\`\`\`\n`)).toContain('class="hljs-')
  })

  it('of an unknown language, or too long to colour, stands plain', async () => {
    expect(await drawn('```mermaid\ngraph "a"\n```\n')).not.toContain('hljs')
    expect(await drawn(`\`\`\`js\n${'f("a");\n'.repeat(10_000)}\`\`\`\n`)).not.toContain('hljs')
  })
})

describe('pictures', () => {
  it('of the project are named by their path, wherever the text stands', async () => {
    const shown = await drawn('![A cell](../img/my%20cell.png "t")\n', ['img/my cell.png'])
    expect(shown).toContain('<img data-media="img/my cell.png" title="t" alt="A cell">')
  })

  it('that are sound or film get a player', async () => {
    const shown = await drawn('![Bell](bell.mp3) ![Film](f.webm)\n', [
      'notes/bell.mp3',
      'notes/f.webm'
    ])
    expect(shown).toMatch(/<audio data-media="notes\/bell.mp3" controls [^>]*aria-label="Bell">/)
    expect(shown).toMatch(/<video data-media="notes\/f.webm" controls [^>]*aria-label="Film">/)
  })

  it('of elsewhere, or not in the project, are named and never fetched', async () => {
    const shown = await drawn(
      '![a](https://example.org/a.png) ![b](gone.png) <picture><source srcset="//e.org/x"><img src="//e.org/x"></picture>\n'
    )
    expect(shown).toContain('a (https://example.org/a.png)')
    expect(shown).toContain('b (gone.png)')
    expect(shown).not.toMatch(/<img|srcset|src="/)
  })
})

it('says of elements within a piece how many lines further down they stand', () => {
  const shown = html('> quoted\n>\n> - one\n> - two\n')
  expect(shown).toContain('<li data-by="3">two</li>')
})

it('takes the attributes behind a heading for a place to link to', () => {
  expect(html('# Cells {#cells .big}\n')).toBe(
    '<h1 data-line="1" id="user-content-cells">Cells</h1>'
  )
})

describe('line ends in a paragraph', () => {
  const text = 'One\ntwo 中\n文 [[a\nb]]\n%%none%%\nend.\n'

  it('are blanks, and breaks where they are kept', () => {
    expect(html(text)).not.toContain('<br>')
    const kept = renderHtml({ path: 'a.md', text }, { lineBreaks: true })
    expect(kept.split('<br>')).toHaveLength(5)
  })

  it('are drawn anew when that changes', async () => {
    const renderer = new PreviewRenderer()
    const breaks = async (lineBreaks: boolean) => {
      const pieces = await renderer.render({ path: 'a.md', text }, { lineBreaks })
      return pieces[0]?.html.includes('<br>')
    }
    expect([await breaks(false), await breaks(true), await breaks(false)]).toEqual([
      false,
      true,
      false
    ])
  })
})

describe('media that cannot be shown', () => {
  it.each([
    ['![A cell](gone.png)', 'A cell (gone.png)'],
    ['![](gone.png)', 'gone.png'],
    ['![A cell]()', 'A cell'],
    ['![]()', '?']
  ])('%s is named where it stands', async (text, words) => {
    expect(await drawn(text)).toContain(
      `<span class="image" title="Not among the files of this project">${words}</span>`
    )
  })

  it('of other sites are named, and not fetched', async () => {
    expect(await drawn('![A cell](https://a.b/c.png)')).toContain(
      '<span class="image" title="Pictures of other sites are not fetched">A cell (https://a.b/c.png)</span>'
    )
  })
})
