import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedSource } from '../../src/found/mask.ts'
import { plainMask } from '../../src/found/plain-mask.ts'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { isPlain } from '../../src/markdown/scan/plain-blocks.ts'
import { offsets } from '../../src/markdown/tag-places.ts'

/** What binds, nearly binds, and what it binds with; in any order within a paragraph. */
const pieces = [
  'word',
  ' ',
  ' and ',
  '\n',
  '`',
  '``',
  '```',
  '`code`',
  '`a``b`',
  '[a](b)',
  '[a]( b )',
  '![p](q.png "t")',
  "[a](b 'c')",
  '[`x](y`)',
  '[a](b`c)`',
  '[[n]](x)',
  '[![p](q)](r)',
  '[ref]',
  '[',
  ']',
  '](',
  '(',
  ')',
  '!',
  '*',
  '**',
  '_',
  '~~',
  '==',
  '<',
  '>',
  '&amp;',
  '{{c1::gap}}',
  '{{c1::`x`}}',
  'x::y',
  '\\',
  '\\`',
  '$x$',
  'a@b.org ',
  'https://x.org/`a` ',
  'www.x.org ',
  '#card'
]
const paragraphs = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((some) => `Words ${some.join('')}\n\n[ref]: /there`)

/** Each plain paragraph, masked by its words and by its tree. */
function bothWays(text: string): { words: string | undefined; tree: string }[] {
  return new DocumentParser().parse(text).root.children.flatMap((node) => {
    if (node.type !== 'paragraph' || !isPlain(node)) return []
    const range = offsets(node)
    const words = plainMask(text.slice(range.start, range.end))
    return [{ words, tree: maskedSource(text, node, range) }]
  })
}

describe('what is no prose in a plain paragraph', () => {
  it('is hidden as its tree says it, or left to the tree', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        for (const { words, tree } of bothWays(text)) expect(words ?? tree, text).toBe(tree)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 500) }
    )
  })

  it.each(['Some `code`, ``a ` b`` and `open', 'A [link](to "it") and ![one](b.png).'])(
    'is known by the words alone: %s',
    (text) => {
      expect(bothWays(text)[0]?.words).toBeDefined()
    }
  )
})
