import { expect, test } from 'vitest'
import { applyFound } from '../../src/found/apply-found.ts'
import { findCards } from '../../src/found/find-cards.ts'

const heading = '## What does the principle of Le Chatelier say?\n\nThe equilibrium gives way.\n\n'

function questionsIn(text: string): string[] {
  return findCards({ path: 'a.md', text }).map(({ rule, question }) => `${rule}: ${question}`)
}

/** What is found once all but headings that ask was taken. */
function afterTaking(text: string): string[] {
  const taken = findCards({ path: 'a.md', text }).filter(({ rule }) => rule !== 'heading-question')
  return questionsIn(applyFound(text, taken))
}

test.each([
  'Q: Which gas is lighter than air?\nA: Helium',
  'Which gas is lighter than air?\n?\nHelium',
  'A **catalyst** is a substance that lowers the energy of activation.',
  'Helium::a gas that is lighter than air',
  '- Helium::a gas that is lighter than air'
])('a heading that asks is offered before and after what stands below is taken: %j', (below) => {
  const asked = 'heading-question: What does the principle of Le Chatelier say?'
  expect(questionsIn(heading + below)).toContain(asked)
  expect(afterTaking(heading + below)).toEqual([asked])
})

test('words that only lead to cards are no answer', () => {
  const text = '## What are the gases?\n\nThese are:\n\n- Helium::a light gas\n- Argon::a heavy one'
  expect(questionsIn(text)).toEqual(['double-colon: Helium', 'double-colon: Argon'])
  expect(afterTaking(text)).toEqual([])
})

test('of cards between lines each is offered still when others were taken', () => {
  const text =
    '#cards\n\nfirst\n\n---\n\none\n\n---\n\nsecond\n\n---\n\n- two\n\n---\n\nthird\n\n---\n\nthree'
  const cards = findCards({ path: 'a.md', text })
  expect(cards.map(({ question }) => question)).toEqual(['first', 'second', 'third'])
  for (const card of cards) {
    const others = cards
      .filter((one) => one !== card)
      .map(({ question }) => `card-break: ${question}`)
    expect(questionsIn(applyFound(text, [card]))).toEqual(others)
  }
  expect(questionsIn(applyFound(text, cards))).toEqual([])
})
