import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DocumentParser } from '../../../src/markdown/reading/document-parser.ts'
import { parse } from '../../../src/markdown/parse.ts'
import { expectSameTree } from '../same-tree.ts'
import { sample, texts } from './texts.ts'

/** Where a text may stand. */
const containers: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `words ${text}`,
  (text) => `  ${text}`,
  (text) => `# ${text}`,
  (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  (text) => `1. a\n   ${text.replaceAll('\n', '\n   ')}\n\n   ${text}\n2. b`,
  (text) => `- ${text.replaceAll('\n', '\n  ')}\n\n> a\n\n- ${text}`,
  (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  (text) => `> - ${text.replaceAll('\n', '\n>   ')}`,
  (text) => `> [!tip] ${text.replaceAll('\n', '\n> ')}`,
  (text) => `| a | ${text.replaceAll('\n', ' ')} |\n|---|---|\n| ${text.replaceAll('\n', ' ')} |`,
  (text) => `[^1]: ${text.replaceAll('\n', '\n    ')}`,
  (text) => `[/Q]${text}[Q/]`,
  (text) => `[/Q]\n${text}\n[Q/]`
]

/**
 * `syntax.txt` holds texts, one a line as JSON, by topic: the constructs of this language, of notes and of TeX, and what
 * comes close to them. Below each stands how it is read: each node with its offsets, and with what it holds.
 * `npx vitest run --project node test/markdown/syntax -u` writes that again: look at each line that changes.
 */
it('reads each construct, and what comes close to it, as before', async () => {
  const read = sample.replace(/^(".*)\n(?: {2}.*\n)?/gm, (_, line: string) => {
    const { children } = parse(JSON.parse(line) as string).root
    return `${line}\n  ${children.map(shown).join(' ')}\n`
  })
  await expect(read).toMatchFileSnapshot('syntax.txt')
})

it.each(containers.map((inContainer) => ({ in: inContainer('…'), inContainer })))(
  'reads them so without the parser, too, in $in',
  ({ inContainer }) => {
    for (const text of texts) expectSameTree(new DocumentParser(), inContainer(text))
  }
)

it('reads them so beside and in each other, too', () => {
  const contained = fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(...containers))
    .map(([text, inContainer]) => inContainer(text))
  const beside = fc
    .tuple(contained, fc.constantFrom('\n\n', '\n', ' ', '', '\n\n\n', '\n- '), contained)
    .map((parts) => parts.join(''))
  const documents = fc
    .tuple(beside, fc.constantFrom(...containers))
    .map(([text, inContainer]) => inContainer(text))
  fc.assert(
    fc.property(documents, (text) => expectSameTree(new DocumentParser(), text)),
    { numRuns: Number(process.env['RUNS'] ?? 1000) }
  )
})

function shown(node: object): string {
  const { type, position, children, ...rest } = node as {
    type: string
    position?: { start: { offset: number }; end: { offset: number } }
    children?: object[]
  }
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('')
  const place = position ? ` ${position.start.offset}-${position.end.offset}` : ''
  const inside = children ? ` (${children.map(shown).join(' ')})` : ''
  return `${type}${place}${fields}${inside}`
}
