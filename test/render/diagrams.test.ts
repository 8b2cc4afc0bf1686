import { describe, expect, it } from 'vitest'
import { diagramWords, renderHtml } from '../../src/laegna.ts'

const html = (text: string, noteSyntax = true) =>
  renderHtml({ path: 'a.md', text }, { noteSyntax }).replace(/ data-(?:line|by)="\d+"/g, '')

describe('code that is a diagram stands in a figure, where it can be drawn', () => {
  it.each(['mermaid', 'Mermaid', 'MERMAID', '{.mermaid}', '{mermaid}', 'mermaid title="x"'])(
    'named %s',
    (info) => {
      const shown = html(`\`\`\`${info}\npie\n  "A<b>" : 3\n\`\`\`\n`)
      expect(shown).toMatch(/^<figure class="diagram"><pre><code class="language-[^"]*">pie/)
      expect(shown).toContain('"A&lt;b>" : 3')
    }
  )

  it.each(['- a\n\n  ', '> ', '1. ', '> - '])('within %j', (before) => {
    const rest = before.replace(/[^\s>]/g, ' ').replace(/.*\n\n/, '')
    const text = ['~~~mermaid', 'pie', '~~~'].join(`\n${rest}`)
    expect(html(before + text)).toContain('<figure class="diagram"><pre><code')
  })

  it('in an answer, as a block of it', () => {
    const shown = html('[/Q]Q?[Q/]\n[/A]\n\n```mermaid\npie\n```\n\n[A/]\n')
    expect(shown).toContain('<figure class="diagram part part-answer"><pre><code')
  })

  it('and stays code with the setting off, of another name, or where nothing is drawn in it', () => {
    const code = '<pre><code class="language-mermaid">pie\n</code></pre>'
    expect(html('```mermaid\npie\n```\n', false)).toBe(code)
    expect(html('```mermaids\npie\n```\n')).not.toContain('figure')
    expect(html('```js mermaid\npie\n```\n')).not.toContain('figure')
    expect(html('```mermaid\n \n```\n')).not.toContain('figure')
    expect(html('`mermaid`\n\n    mermaid\n')).not.toContain('figure')
  })

  it('and no other HTML of a text looks like one', () => {
    expect(html('<figure class="diagram"><pre>x</pre></figure>\n')).not.toContain('class')
  })
})

describe('for those who do not see it a diagram is', () => {
  it.each([
    ['pie\n  accTitle: Pets\n  "a" : 1', 'Pets'],
    ['pie\n accTitle : Pets \n accDescr: How many', 'Pets: How many'],
    ['flowchart\n  accDescr {\n    Two\n    lines\n  }\n', 'Two lines'],
    ['pie\r\naccTitle: Pets\r\n', 'Pets'],
    ['pie\n\taccTitle\t: Pets\n  accDescr\t : Two\n  "a" : 1', 'Pets: Two'],
    ['flowchart\n  accDescr{Two}\n', 'Two'],
    ['flowchart\n  A[my accTitle: x] --> B[my accDescr: y]\n  C[accDescr {z}]', 'Diagram'],
    ['---\ntitle: a\n---\npie\n  title Pets', 'Pets'],
    ['---\nconfig: gantt\n---\nflowchart\n  title --> B', 'Diagram'],
    ['pie showData title Pets\n  "a" : 1', 'Pets'],
    ['gantt\n  title The plan\n  accDescr: Of May', 'The plan: Of May'],
    ['gantt\n  title The plan\n  accTitle: Plan', 'Plan'],
    ['xychart-beta\n  title "Sales (€)"\n', 'Sales (€)'],
    ['sequenceDiagram\n  title: Hello\n', 'Hello'],
    ['---\ntitle: The flow\n---\nflowchart LR\n  title --> B', 'The flow'],
    ['%% By me\n\npie\n  title Pets', 'Pets'],
    ['flowchart LR\n  pie --> A\n  title --> B', 'Diagram'],
    ['mindmap\n  root\n    title page', 'Diagram'],
    ['pie\n  %% none', 'Diagram'],
    ['', 'Diagram']
  ])('%j: %s', (source, words) => {
    expect(diagramWords(source)).toBe(words)
  })
})
