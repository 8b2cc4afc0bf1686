import { expect, it } from 'vitest'
import { CardDrawer, compile } from '../../src/laegna.ts'

async function drawn(question: string, answer: string, media: string[] = []) {
  const text = `# Top\n\n[/Q]${question}[Q/]\n\n[/A]\n\n${answer}\n\n[A/]\n`
  const [card] = compile([{ path: 'a.md', text }], {}, media).cards
  return new CardDrawer().draw(card!)
}

it('draws the two sides that Anki makes, the question again on the back', async () => {
  const { front, back } = await drawn('What is *small*?', 'The cell.')
  expect(front).toContain('What is <em>small</em>?')
  expect(front).not.toContain('The cell.')
  expect(back).toContain('What is <em>small</em>?')
  expect(back).toContain('The cell.')
})

it('draws formulas, and leaves what only looks like one', async () => {
  const { front, back } = await drawn(
    'Is $x^2 < 3$?',
    '$$\\frac{a}{{b}}$$\n\nNot `\\(x\\)`, not \\\\(y\\\\).'
  )
  expect(front).toContain('<msup><mi>x</mi>')
  expect(back).toContain('<math display="block"')
  expect(back).toContain('<mfrac>')
  expect(back).toMatch(/<code>[^<]*x[^<]*<\/code>/)
  expect(back.match(/<math/g)).toHaveLength(2)
})

it('colours code, and names media by their paths', async () => {
  const { back } = await drawn('Which?', '```js\nlet a\n```\n\n![p](p.png) ![s](s.mp3)', [
    'p.png',
    's.mp3'
  ])
  expect(back).toContain('<span class="hljs-keyword">let</span>')
  expect(back).toMatch(/<img [^>]*data-media="p.png"/)
  expect(back).toMatch(/<audio [^>]*data-media="s.mp3"/)
  expect(back).not.toContain(' src=')
})
