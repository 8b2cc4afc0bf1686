import { describe, expect, it } from 'vitest'
import {
  applyFound,
  compile,
  editFound,
  findCards,
  fingerprintOf,
  type FoundWords
} from '../../src/laegna.ts'

const cards = (text: string) =>
  compile([{ path: 'a.md', text }]).cards.map(({ question, answer }) => ({ question, answer }))

/** What the text becomes when the card that begins on a line is taken with other words. */
function edited(text: string, line: number, words: Partial<FoundWords>): string {
  const file = { path: 'a.md', text }
  const found = findCards(file)
  const card = found.find((one) => one.line === line)!
  const result = editFound(file, card, { question: card.question, answer: card.answer, ...words })
  if ('trouble' in result) return result.trouble
  const applied = applyFound(
    text,
    found.map((one) => (one === card ? result.card : one))
  )
  const { question, answer } = result.card
  expect(cards(applied)).toContainEqual({ question, answer })
  expect(cards(applied)).toHaveLength(found.length)
  return applied
}

describe('a found card with other words', () => {
  it.each([
    [
      'on one line',
      'Capital of France::Paris\n\nMore.',
      1,
      { answer: 'Paris, of course' },
      '[/Q]Capital of France[Q/] [/A]Paris, of course[A/]\n\nMore.'
    ],
    [
      'in a list, over several lines',
      '- The first::two\n- The third::four',
      1,
      { answer: 'two\nthree' },
      '- [/Q]The first[Q/] [/A]two\n  three[A/]\n- [/Q]The third[Q/] [/A]four[A/]'
    ],
    [
      'as a list',
      '> The first::two\n> more',
      1,
      { answer: '- two\n- three' },
      '> [/Q]The first[Q/] [/A]\n> - two\n> - three\n> [A/]\n> more'
    ],
    [
      'in a table',
      '| term | meaning |\n|-|-|\n| a cell | the unit of life |\n| a gene | what is handed down |',
      3,
      { question: 'a living cell' },
      '| term | meaning |\n|-|-|\n| [/Q]a living cell[Q/] | [/A]the unit of life[A/] |\n| [/Q]a gene[Q/] | [/A]what is handed down[A/] |'
    ],
    [
      'below a heading',
      '## What is life?\n\nMetabolism.\n\n## Next\n\nText.',
      1,
      { question: 'What is life *really*?' },
      '## [/Q]What is life *really*?[Q/]\n\n[/A]Metabolism.[A/]\n\n## Next\n\nText.'
    ],
    [
      'with Windows line ends',
      'Q: one?\r\nA: two\r\n',
      1,
      { answer: 'two\nthree' },
      '[/Q]one?[Q/]\r\n[/A]two\r\nthree[A/]\r\n'
    ],
    [
      'with gaps',
      'The {{c1::cell}} lives.',
      1,
      { question: 'A {{c1::cell}} lives.' },
      '[/Q]A {{c1::cell}} lives.[Q/]'
    ]
  ] as const)('%s', (_, text, line, words, expected) => {
    expect(edited(text, line, words)).toBe(expected)
  })

  it('is the very card where nothing was changed', () => {
    const file = { path: 'a.md', text: 'The first::two' }
    const [card] = findCards(file)
    expect(editFound(file, card!, { question: ' The first', answer: 'two\n' })).toEqual({ card })
  })

  it.each([
    ['no question', { question: ' ' }, /needs a question/],
    ['no answer', { answer: '' }, /needs an answer/],
    ['a tag', { answer: 'a [Q/] b' }, /cannot hold the tag \[Q\/\]/],
    ['a fence that is not closed', { answer: '```js\nx' }, /would not give this card/],
    ['a heading', { answer: 'a\n\n# b' }, /would not give this card/]
  ])('is refused with %s, with what to do', (_, words, sentence) => {
    expect(edited('The first::two\n\nThe third::four', 1, words)).toMatch(sentence)
  })

  it('without its gaps is refused', () => {
    expect(edited('The {{c1::cell}} lives.', 1, { question: 'The cell lives.' })).toMatch(/No gap/)
  })
})

describe('the fingerprint of a found card', () => {
  const prints = (text: string) => findCards({ path: 'a.md', text }).map(fingerprintOf)

  it('stays when other things change', () => {
    expect(prints('# New\r\n\r\nText.\r\n\r\nThe first::two')).toEqual(prints('The first::two'))
  })

  it('is another for other words or another rule', () => {
    const all = [
      ...prints('The first::two\n\nThe third::two\n\nThe first::four\n\nThe first ::: two'),
      ...prints('Q: The first\nA: two')
    ]
    expect(new Set(all).size).toBe(5)
    expect(all.every((print) => /^[0-9a-f]{22}$/.test(print))).toBe(true)
  })
})
