import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/markdown/parse.ts'
import { severities } from '../../src/document/problems/diagnostics.ts'
import { compile } from '../../src/laegna.ts'

/** Every example of the guide says what it gives: here it has to be true. */
const guide = readFileSync(join(import.meta.dirname, '../../docs/markdown.md'), 'utf8')
const nodes = parse(guide).root.children
const examples = nodes.flatMap((node, at) => {
  const next = nodes[at + 1]
  return node.type === 'code' && node.lang === 'markdown' && next?.type === 'paragraph'
    ? [
        {
          example: node.value,
          claim: guide.slice(next.position?.start.offset, next.position?.end.offset)
        }
      ]
    : []
})

describe('the guide', () => {
  it.each(examples)('$claim', ({ example, claim }) => {
    const { cards, blocks, chapters, diagnostics } = compile([{ path: 'a.md', text: example }])
    const [counts, problems] = [
      [count(cards, 'card'), count(blocks, 'block'), count(chapters, 'chapter')].join(', '),
      diagnostics.map(({ code }) => code)
    ]
    expect(claim).toBe(`Gives ${counts} and ${troubles(problems)}.`)
  })

  it.each(Object.keys(severities))('names the problem %s', (code) => {
    expect(guide).toMatch(new RegExp(`\\b${code}\\b`))
  })

  it('shows more than ten examples', () => {
    expect(examples.length).toBeGreaterThan(10)
  })
})

function count(items: unknown[], noun: string): string {
  return `${String(items.length)} ${noun}${items.length === 1 ? '' : 's'}`
}

function troubles(codes: string[]): string {
  if (codes.length === 0) return 'no problem'
  return `the problem${codes.length === 1 ? '' : 's'} ${codes.join(', ')}`
}
