import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, Compiler, findCards, PreviewRenderer, renderHtml } from '../../src/laegna.ts'
import { parse } from '../../src/markdown/parse.ts'
import { taggedDocuments } from '../random-documents.ts'

const off = { noteSyntax: false }
const text = `# Cells #exam

==Cells== are small.^[Most of them.] %%secret%% ^unit-of-life

%%
[/Q]Hidden?[Q/] [/A]Yes.[A/]
%%

[/Q]The ==cell== lives.[Q/]
`
const file = { path: 'a.md', text }
const added = new Set(['highlight', 'inlineFootnote', 'wikiLink'])

function typesIn(node: object): string[] {
  const { type, children = [] } = node as { type: string; children?: object[] }
  return [type, ...children.flatMap(typesIn)]
}

describe('with the Markdown of note programs off', () => {
  it('its signs are text, and what is in comments is read', () => {
    const html = renderHtml(file, off)
    for (const sign of ['==Cells==', '^[Most of them.]', '%%secret%%', '^unit-of-life', '#exam']) {
      expect(html).toContain(sign)
    }
    const { cards, diagnostics } = compile([file], off)
    expect(
      cards.map(({ kind, question, tags }) => [kind, question, tags.includes('exam')])
    ).toEqual([['basic', 'Hidden?', false]])
    expect(diagnostics.map(({ code }) => code)).toEqual(['question-without-answer'])
  })

  it('no node of any text is theirs', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        const { root } = parse(text, off)
        expect(typesIn(root).filter((type) => added.has(type))).toEqual([])
        expect(JSON.stringify(root)).not.toContain('"type":"html","value":""')
      })
    )
  })

  it('a project reads all again when it changes, there and back', async () => {
    const compiler = new Compiler()
    const renderer = new PreviewRenderer()
    compiler.update(file.path, text)
    for (const settings of [{}, off, {}, off]) {
      compiler.configure(settings)
      expect(compiler.compilation).toEqual(compile([file], settings))
      expect(await renderer.render(file, settings)).toEqual(
        await new PreviewRenderer().render(file, settings)
      )
    }
  })

  it('marked words of a note with flashcards are no cards', () => {
    const note = { path: 'a.md', text: '#flashcards\n\nThe ==cell== lives.\n' }
    expect(findCards(note)).toMatchObject([{ kind: 'cloze', question: 'The ==cell== lives.' }])
    expect(findCards(note, off)).toEqual([])
  })
})

it('an item that holds nothing but what is hidden leaves no bullet', () => {
  const html = renderHtml({
    path: 'a.md',
    text: '- a\n- %%b%%\n- {{query [[c]]}}\n- id:: 64f0c0de-0000-4000-8000-000000000001\n-\n'
  })
  expect(html.match(/<li/g)).toHaveLength(2)
})
