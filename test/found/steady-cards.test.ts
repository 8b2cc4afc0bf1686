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
    ['bare colons', 'Hund::dog\nKatze::cat\nMaus::mouse\n'],
    ['rows', 'el tenedor - die Gabel\nel cuchillo - das Messer\nel plato - der Teller\n'],
    [
      'questions in paragraphs',
      'What is osmosis?\nWater that moves.\n\nWho found it?\nNollet did.\n\nDo plants need water?\nThey do.\n'
    ],
    [
      'questions in turn',
      'What is magma?\n\nMelted rock.\n\nWhat is lava?\n\nMagma outside.\n\nWhat is a dyke?\n\nA sheet of rock.\n'
    ],
    [
      'questions in bold',
      '**What is a cell?**\n\nThe unit of life.\n\n**Who saw one first?**\n\nHooke did.\n\n**Do all divide?**\n\nMost do.\n'
    ],
    [
      'a quiz with items',
      '1. What is a fox?\n   - a dog\n2. Which hunts?\n   - the owl\n3. Who sleeps?\n   - the bear\n'
    ],
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
