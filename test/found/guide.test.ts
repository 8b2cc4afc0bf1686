import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCards } from '../../src/laegna.ts'
import { parse } from '../../src/markdown/parse.ts'

/** Every example of Markdown in docs/notes.md says which rules find a card in it: here it has to be true. */
const guide = readFileSync(join(import.meta.dirname, '../../docs/notes.md'), 'utf8')
const nodes = parse(guide).root.children
const examples = nodes.flatMap((node, at) => {
  const claim = nodes[at + 1]
  return node.type === 'code' && node.lang === 'markdown' && claim
    ? [
        {
          text: node.value,
          claim: guide.slice(claim.position?.start.offset, claim.position?.end.offset)
        }
      ]
    : []
})

describe('the page on notes', () => {
  it.each(examples)('$claim', ({ text, claim }) => {
    const rules = findCards({ path: 'a.md', text }).map(({ rule }) => rule)
    expect(claim).toBe(`Finds ${rules.length > 0 ? rules.join(', ') : 'nothing'}.`)
  })

  it('has an example of every sort', () => {
    expect(examples.length).toBeGreaterThan(10)
  })
})
