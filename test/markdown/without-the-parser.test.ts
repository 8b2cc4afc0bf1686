import { expect, it } from 'vitest'
import { labelsDefinedIn } from '../../src/markdown/scan/labels.ts'
import { scan } from '../../src/markdown/scan/scan.ts'

/*
 * The scanner may leave any text to the parser, which reads the same in it: slowly. That it knows what
 * notes are made of is what makes the page fast, and no other test would miss it.
 */

it.each([
  ['words', 'Some *words* with `code`, **more** and $x^2$.\n\nAnd others.'],
  ['headings', '# One\n\nWords\n\n### *Two*\n\nWords'],
  ['lists', '- one\n- two\n  more\n\n1. first\n2. second\n'],
  ['a table', '| a | b |\n|---|:-:|\n| c | `d` |\n'],
  ['code', '```js\nlet a = 1\n```\n\nWords'],
  ['a quote', '> Words of somebody.\n\nWords'],
  ['a comment in HTML', 'Words\n\n<!-- a\n\ncomment -->\n\nWords'],
  ['an instruction', 'Words\n\n<?php\n\necho 1;\n?>\n\nWords'],
  ['a declaration', 'Words\n\n<!DOCTYPE html>\n\nWords'],
  ['a style sheet', '<style>\n\na { color: red }\n\n</style>\n\nWords'],
  ['a block of HTML', '<div class="a">\n<b>x</b>\n</div>\n\nWords'],
  ['a component alone', '<Note title="a">\nwords\n\nWords'],
  ['tags of this language', '[/Q]What is *it*?[Q/]\n\n[/A]`This`.[A/]\n']
])('%s: without the parser', (_, text) => {
  expect(leftOf(text)).toEqual([])
})

it('character data: with the parser', () => {
  expect(leftOf('<![CDATA[\na]]>')).not.toEqual([])
})

/** What the scanner leaves to the parser; undefined where that is all. */
function leftOf(text: string): string[] | undefined {
  const parts = scan(text, { isDefined: labelsDefinedIn(text), noteLinks: true })
  return parts?.filter(({ kind }) => kind === 'run').map(({ start, end }) => text.slice(start, end))
}
