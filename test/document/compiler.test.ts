import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, Compiler, type Settings } from '../../src/laegna.ts'
import { taggedDocuments } from '../random-documents.ts'

/** `RUNS=1500 npx vitest run --project node test/document/compiler.test.ts` looks longer. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 60) }
const path = fc.constantFrom('a.md', 'b.md', 'b.markdown', 'c/d.md')
const header = fc.constantFrom(
  '',
  '---\nfile_id: a\n---\n\n',
  '[/Q]![](a.png)[Q/] [/A]![[b.mp3]][A/]\n\n',
  '![[a]]\n\n- ![[b#One]]\n\n',
  '[/Q]q[Q/] [/A]![[c/d]]\n![[B]][A/]\n\n![[a#Two]]\n\n',
  '![](a.png) x ^id\n\n![[b.markdown]]\n\n> ![[D#^id]]\n\n'
)
const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  noteSyntax: fc.constantFrom(true, true, false),
  capture: fc.constantFrom('tagged', 'all'),
  deck: fc.constantFrom('One', 'Two')
})
/** What chapters and blocks give. */
const form: fc.Arbitrary<Partial<Settings>> = fc.record({
  chapterContent: fc.constantFrom('region', 'own'),
  contentFormat: fc.constantFrom('markdown', 'markdown', 'text')
})
const step = fc.oneof(
  fc.record({ kind: fc.constant('update' as const), path, header, text: taggedDocuments }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('configure' as const), settings }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
  fc.record({ kind: fc.constant('media' as const), paths: fc.subarray(['a.png', 'c/b.mp3']) })
)

describe('a compiler that follows edits', () => {
  it('always gives what compiling everything anew gives', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const compiler = new Compiler()
        const files = new Map<string, string>()
        let chosen: Partial<Settings> = {}
        let media: string[] = []
        for (const edit of steps) {
          if (edit.kind === 'configure') {
            chosen = edit.settings
            compiler.configure(chosen)
          } else if (edit.kind === 'media') {
            media = edit.paths
            compiler.setMedia(media)
          } else if (edit.kind === 'rename') {
            const text = files.get(edit.path)
            if (text === undefined || files.has(edit.to)) continue
            files.delete(edit.path)
            files.set(edit.to, text)
            compiler.update(edit.to, text)
            compiler.arrange([...files.keys()])
          } else if (edit.kind === 'remove') {
            files.delete(edit.path)
            compiler.remove(edit.path)
          } else {
            files.set(edit.path, edit.header + edit.text)
            compiler.update(edit.path, edit.header + edit.text)
          }
          const sources = Array.from(files, ([path, text]) => ({ path, text }))
          expect(compiler.compilation).toEqual(compile(sources, chosen, media))
        }
      }),
      runs
    )
  })

  it('equals reading everything anew after each small edit of a text of many chapters', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(3),
      words: fc.constantFrom(
        'x',
        '\n',
        '',
        '# ',
        '> ',
        '[x]',
        '[/Q]',
        '%%',
        '<!-- -->',
        '[[b]]',
        '```\n',
        '\r\n',
        '\n\nTARGET DECK: One\n\n',
        '\n\n## Two\n\n',
        '\n\n<div>[/Q]\n\n',
        '\n\n- <!-- a -->\n- [[a]]\n\n'
      )
    })
    const chapters = fc.array(fc.oneof(taggedDocuments, fc.constant('Text [x].\n\n- one\n')), {
      minLength: 3,
      maxLength: 6
    })
    fc.assert(
      fc.property(
        chapters,
        fc.array(edit, { minLength: 2, maxLength: 8 }),
        form,
        (texts, edits, form) => {
          const chosen = { capture: 'all' as const, ...form }
          const compiler = new Compiler(chosen)
          let text = texts.map((one, at) => `# Chapter ${String(at)}\n\n${one}\n\n`).join('')
          for (const { at, length, words } of edits) {
            compiler.update('a.md', text)
            expect(compiler.compilation).toEqual(compile([{ path: 'a.md', text }], chosen))
            const from = Math.floor(at * text.length)
            text = text.slice(0, from) + words + text.slice(from + length)
          }
        }
      ),
      runs
    )
  })

  it('reads cards again whose picture came or went, and no others', () => {
    const compiler = new Compiler()
    compiler.update('a.md', '[/Q]![a cell](cell.png)[Q/] [/A]A cell[A/]')
    compiler.update('b.md', '[/Q]No picture[Q/] [/A]None[A/]')
    const [before, other] = compiler.compilation.cards
    compiler.setMedia(['img/cell.png'])
    const { cards, diagnostics } = compiler.compilation
    expect(before?.questionHtml).toBe('a cell')
    expect(cards[0]?.questionHtml).toBe('<img src="img/cell.png" alt="a cell">')
    expect(cards[1]).toBe(other)
    expect(diagnostics).toEqual([])
  })

  it('reads those again that show a note which changed, came or went, and no others', () => {
    const compiler = new Compiler()
    compiler.update('a.md', '[/Q]What?[Q/] [/A]![[b]][A/]')
    compiler.update('b.md', '![[c]]')
    compiler.update('x.md', '[/Q]Other[Q/] [/A]Card[A/]')
    const shown = () => compiler.compilation.cards.map(({ answerHtml }) => answerHtml)
    const [, other] = compiler.compilation.cards
    expect(shown()).toEqual(['c', 'Card'])
    compiler.update('n/c.md', 'Deep')
    expect(shown()).toEqual(['Deep', 'Card'])
    compiler.update('n/c.md', 'Changed')
    expect(shown()).toEqual(['Changed', 'Card'])
    compiler.update('c.md', 'Nearer')
    expect(shown()).toEqual(['Nearer', 'Card'])
    compiler.remove('b.md')
    expect(shown()).toEqual(['b', 'Card'])
    expect(compiler.compilation.diagnostics.map(({ code }) => code)).toEqual(['embed-not-found'])
    expect(compiler.compilation.cards[1]).toBe(other)
  })

  it('takes files in another order, and drops those not named', () => {
    const compiler = new Compiler({ capture: 'all' })
    compiler.update('a.md', 'a')
    compiler.update('b.md', 'b')
    compiler.update('c.md', 'c')
    compiler.arrange(['c.md', 'a.md'])
    expect(compiler.compilation.blocks.map(({ id }) => id)).toEqual(['c#block1', 'a#block1'])
  })
})
