import { describe, expect, test } from 'vitest'
import { cardCss, compile, renderCardSides } from '../../src/laegna.ts'

const text = `# Cells \\\\[and\\\\] more

[/Q]What is it?[Q/] [/A]A cell[A/]
`
const [card] = compile([{ path: 'notes/cells.md', text }]).cards

describe('a card as Anki shows it', () => {
  test('asks for the question under its context, and answers below it with its source', () => {
    const [only, ...others] = renderCardSides(card!)
    expect(others).toEqual([])
    expect(only!.front).toBe(
      '<div class="context">Cells <span>\\</span>[and<span>\\</span>] more</div>\n' +
        '<div class="question">What is it?</div>'
    )
    expect(only!.back).toBe(
      `${only!.front}\n<hr id="answer">\n<div class="answer">A cell</div>\n` +
        '<div class="source">notes/cells.md</div>'
    )
  })

  test('asks the other way round, too, where that is wished', () => {
    const [, backward] = renderCardSides(card!, { reversed: true, context: false })
    expect(backward!.front).toBe('<div class="answer">A cell</div>')
    expect(backward!.back).toContain('<div class="question">What is it?</div>')
  })

  test('reads a gap in a hint as text, as Anki does', () => {
    const text = '[/Q]The {{c1::a::h {{c2::b}} c}}.[Q/]'
    const [cloze] = compile([{ path: 'a.md', text }]).cards
    const words = renderCardSides(cloze!).flatMap(({ front, back }) =>
      [front, back].map((side) => side.replace(/<div class="source">.*|<[^>]+>/g, '').trim())
    )
    expect(words).toEqual(['The [h ].', 'The ab c.', 'The a[...] c.', 'The ab c.'])
  })

  test('leaves no trace of a context that is not there', () => {
    const [plain] = compile([{ path: 'a.md', text: '[/Q]Q[Q/] [/A]A[A/]' }]).cards
    expect(renderCardSides(plain!)[0]!.front).toBe('<div class="question">Q</div>')
  })
})

test('the css holds only for what stands in .card, and fetches nothing', () => {
  const selectors = cardCss
    .replace(/\{[^}]*\}/g, '')
    .split(/,|\n/)
    .map((line) => line.trim())
  for (const selector of selectors.filter((line) => line !== ''))
    expect(selector).toMatch(/^\.(?:card|night_?[mM]ode \.card)\b/)
  expect(cardCss).not.toMatch(/url\(|@import|https?:/)
})
