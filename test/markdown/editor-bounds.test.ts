import type { Tree } from '@lezer/common'
import { describe, expect, it } from 'vitest'
import { lateNoteSyntax, lateSyntax } from '../../src/ui/editor/language/late-syntax.ts'
import { markdownLanguage } from '../../src/ui/editor/language/markdown-language.ts'
import { generators } from '../hostile/generators.ts'

const { parser } = markdownLanguage(lateSyntax, lateNoteSyntax)

function depthOf(tree: Tree): number {
  let depth = 0
  let deepest = 0
  tree.iterate({
    enter() {
      deepest = Math.max(deepest, ++depth)
    },
    leave() {
      depth--
    }
  })
  return deepest
}

/** Where nodes of a name begin. */
function placesOf(name: string, text: string): number[] {
  const places: number[] = []
  parser.parse(text).iterate({
    enter(node) {
      if (node.name === name) places.push(node.from)
    }
  })
  return places
}

/** How many steps it takes: between two of them somebody can type. */
function stepsFor(text: string): number {
  const parse = parser.startParse(text)
  let steps = 1
  while (!parse.advance()) steps++
  return steps
}

describe('the editor', () => {
  // Most of them took a minute once, the page standing still.
  it.each(Object.keys(generators))('reads what costs: %s', (name) => {
    const generator = generators[name]!
    const tree = parser.parse(generator.write(generator.size))
    expect(depthOf(tree)).toBeLessThan(1000)
  })

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['lists', '- '.repeat(5000)],
    ['lists in quotes', '> - '.repeat(5000)],
    ['a list in lines', Array.from({ length: 200 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')]
  ])('nests no deeper than it can walk: %s', (_, text) => {
    expect(depthOf(parser.parse(`${text}a\n\n# After`))).toBeLessThan(120)
    expect(placesOf('ATXHeading1', `${text}a\n\n# After`)).toEqual([text.length + 3])
  })

  it('reads a long paragraph piece by piece, to its end', () => {
    const text = 'some words\n'.repeat(10_000)
    expect(stepsFor(text)).toBeGreaterThan(10)
    expect(placesOf('QuestionTag', `${text}and [/Q]`)).toEqual([text.length + 4])
  })

  it('shows a line that goes on and on as plain text from some place on', () => {
    const text = '*a* '.repeat(50_000)
    const found = placesOf('Emphasis', `${text}\n\n*a*`)
    expect(found.length).toBeGreaterThan(1000)
    expect(found.length).toBeLessThan(5000)
    expect(found.at(-1)).toBe(text.length + 2)
  })

  it('reads what stands behind a crowd of marks that nothing closes', () => {
    const crowd = '**_* '.repeat(500)
    expect(placesOf('StrongEmphasis', `${crowd}[a](b) **word**`)).toContain(crowd.length + 7)
  })
})
