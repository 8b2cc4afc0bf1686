import { describe, expect, it } from 'vitest'
import { applyFound, compile, findCards } from '../../src/laegna.ts'

/** Every choice of some things. */
function choices<T>(all: T[]): T[][] {
  return all.reduce<T[][]>((some, one) => [...some, ...some.map((more) => [...more, one])], [[]])
}

const sides = ({ question, answer }: { question: string; answer: string }) => [question, answer]

describe('cards of which only some are taken', () => {
  it.each([
    [
      'a list that begins only below a card',
      '- START\n  Cloze\n  The {gap}\n  END\nCapital of France::Paris\n10. Both\n    ??\n    - a\n    - b'
    ],
    ['two lists of definitions in a row', 'A\n:   one\n    - x\n\nB\n:   two\n    - y\n    - z\n'],
    ['a definition right below another', 'A\n: one\nB\n:   two\n    more\n\nC\n: three\n    on']
  ])('say the same beside %s', (_, text) => {
    const found = findCards({ path: 'a.md', text })
    expect(found.length).toBeGreaterThan(1)
    for (const some of choices(found)) {
      const { cards } = compile([{ path: 'a.md', text: applyFound(text, some) }])
      expect(cards.map(sides)).toEqual(some.map(sides))
    }
  })

  it.each([
    ['labels', 'Q1. What is it?\nA1. That.\n\nQ2. Who was it?\nA2. They.\n\nQ: Why?\nA: So.\n'],
    ['items with labels', '- Q: What?\n  A: That\n- Q: Who?\n  A: They\n- Q: Why?\n  A: So\n'],
    ['colons', 'Hund :: dog\nKatze :: cat\nMaus :: a mouse\n']
  ])('leave the others to be found again, of %s', (_, text) => {
    const found = findCards({ path: 'a.md', text })
    expect(found.length).toBe(3)
    for (const some of choices(found)) {
      const others = found.filter((card) => !some.includes(card))
      const again = findCards({ path: 'a.md', text: applyFound(text, some) })
      expect(again.map(sides)).toEqual(others.map(sides))
    }
  })
})
