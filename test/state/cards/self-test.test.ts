import { expect, test } from 'vitest'
import { compile } from '../../../src/laegna.ts'
import { cardsOf } from '../../../src/state/cards/card-viewer.svelte.ts'
import { SelfTest } from '../../../src/state/cards/self-test.svelte.ts'

const text = `# A
[/Q]1?[Q/] [/A]a[A/]
## B
[/Q]2?[Q/] [/A]a[A/]
### C
[/Q]3?[Q/] [/A]a[A/]
## D
[/Q]4?[Q/] [/A]a[A/]
`
const { cards } = compile([
  { path: 'one.md', text },
  { path: 'two.md', text }
])
const questions = (some: typeof cards) => some.map(({ question }) => question)

test('the cards of a chapter are its own and those of the chapters below it', () => {
  expect(questions(cardsOf(cards, 'one.md', '1.1'))).toEqual(['2?', '3?'])
  expect(questions(cardsOf(cards, 'two.md', '1'))).toEqual(['1?', '2?', '3?', '4?'])
  expect(cardsOf(cards, 'two.md', '1.10')).toEqual([])
})

test('what was not known comes again after the others, until it is', () => {
  const asked = new SelfTest(cards.slice(0, 3))
  expect(asked.current?.question).toBe('1?')
  asked.answer(false)
  asked.answer(true)
  asked.answer(true)
  expect(asked.current?.question).toBe('1?')
  expect(asked.known).toBe(2)
  asked.answer(false)
  expect(asked.current?.question).toBe('1?')
  asked.answer(true)
  expect(asked.current).toBeUndefined()
  expect(asked.known).toBe(3)
  expect(asked.repeated.map(({ card, times }) => [card.question, times])).toEqual([['1?', 3]])
})
