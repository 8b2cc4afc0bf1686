import { expect, test } from 'vitest'
import { compile, renderCardSides } from '../../src/laegna.ts'
import { texText } from '../../src/render/tex-text.ts'

test.each([
  ['x_1^2', 'x₁²'],
  ['\\frac{a+b}{2}', '(a+b)/2'],
  ['\\frac12', '1/2'],
  ['e^{-x}', 'e⁻ˣ'],
  ['\\sqrt[3]{x}', '³√x'],
  ['\\sin^2\\theta + \\log n', 'sin²θ + log n'],
  ['\\mathbb{R}^n \\to \\text{all of it}', 'ℝⁿ → all of it'],
  ['\\left( \\alpha \\right)', '( α )'],
  ["f'(x) \\le 5\\%", 'f′(x) ≤ 5%'],
  ['\\ce{H2O}', 'H2O'],
  ['\\href{javascript:x}{y}', '\\href{javascript:x}{y}'],
  ['\\frac{1', '\\frac{1'],
  ['a & b', 'a & b'],
  ['', '']
])('%s reads as text', (tex, text) => {
  expect(texText(tex)).toBe(text)
})

test('a formula in a title is drawn on the cards below it, and read everywhere else', () => {
  const text = '# $\\frac{1}{x}$ \\(no\\) [[Foo|bar]]\n\n## <T>\n\n[/Q]q[Q/] [/A]a[A/]'
  const [card] = compile([{ path: 'a.md', text }], { decks: 'chapter' }).cards
  expect(card!.chapterTree).toEqual(['1/x (no) bar', '<T>'])
  expect(card!.deck).toContain('::1/x (no) bar::<T>')
  expect(renderCardSides(card!)[0]!.front).toContain(
    '<div class="context">\\(\\frac{1}{x}\\) (no) bar / &lt;T&gt;</div>'
  )
})

test('two chapters that read alike keep each its own formula', () => {
  const chapter = (title: string) => `# ${title}\n\n[/Q]${title}?[Q/] [/A]a[A/]\n\n`
  const text = ['$x^2$', 'x²', '$x^{2}$'].map(chapter).join('')
  const fronts = compile([{ path: 'a.md', text }]).cards.map(
    (card) => /<div class="context">(.*)<\/div>/.exec(renderCardSides(card)[0]!.front)?.[1]
  )
  expect(fronts).toEqual(['\\(x^2\\)', 'x²', '\\(x^{2}\\)'])
})
