import * as parser from 'mdast-util-from-markdown'
import { beforeEach, expect, it, vi } from 'vitest'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'

/*
 * The scanner may leave any text to the parser, which reads the same in it: slowly. That it knows what
 * notes are made of is what makes the page fast, and no other test would miss it.
 */
vi.mock('mdast-util-from-markdown', async (original) => {
  const module = await original<typeof parser>()
  return { ...module, fromMarkdown: vi.fn(module.fromMarkdown) }
})

beforeEach(() => {
  vi.mocked(parser.fromMarkdown).mockClear()
})

it.each([
  ['words', 'Some *words* with `code`, **more** and $x^2$.\n\nAnd others.'],
  ['headings', '# One\n\nWords\n\n### *Two*\n\nWords'],
  ['lists', '- one\n- two\n  more\n\n1. first\n2. second\n'],
  ['a table', '| a | b |\n|---|:-:|\n| c | `d` |\n'],
  ['code', '```js\nlet a = 1\n```\n\nWords'],
  ['a comment in HTML', 'Words\n\n<!-- a\n\ncomment -->\n\nWords'],
  ['an instruction', 'Words\n\n<?php\n\necho 1;\n?>\n\nWords'],
  ['a declaration', 'Words\n\n<!DOCTYPE html>\n\nWords'],
  ['a style sheet', '<style>\n\na { color: red }\n\n</style>\n\nWords'],
  ['a block of HTML', '<div class="a">\n<b>x</b>\n</div>\n\nWords'],
  ['a component alone', '<Note title="a">\nwords\n\nWords'],
  ['tags of this language', '[/Q]What is *it*?[Q/]\n\n[/A]`This`.[A/]\n']
])('%s: without the parser', (_, text) => {
  expect(read(text)).not.toHaveLength(0)
  expect(parser.fromMarkdown).not.toHaveBeenCalled()
})

it.each([
  ['character data', 'Words\n\n<![CDATA[\n\na]]>\n\nWords'],
  ['links to labels', 'A [label] and [another].\n\n[label]: /u\n']
])('%s: with the parser', (_, text) => {
  read(text)
  expect(parser.fromMarkdown).toHaveBeenCalled()
})

/** Reads all of it: the trees of blocks are made when somebody asks. */
function read(text: string) {
  const { root } = new DocumentParser().parse(text)
  return structuredClone(root.children)
}
