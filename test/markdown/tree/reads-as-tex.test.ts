import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/markdown/parse.ts'

/** The formulas of a paragraph. */
function formulas(text: string): string[] {
  return parse(text).root.children.flatMap((node) => {
    if (node.type === 'math') return [node.value]
    const children = 'children' in node ? node.children : []
    return children.flatMap((child) => (child.type === 'inlineMath' ? [child.value] : []))
  })
}

describe('brackets behind backslashes', () => {
  it.each([
    ...['x', 'n', 'a, b', '(a, b)', 'f(x)', '2n - 1', 'n/2', "f'", 'A', 'x_1', 'x^2', 'x_{ij}'],
    ...[
      'a = b',
      'AB = CD',
      'PV = nRT',
      'x < 5',
      '> 3',
      'a+b',
      'x \\in A',
      '\\alpha',
      '\\text{if so}'
    ],
    ...[
      '\\sin x',
      'sin(x) = 1',
      'O(n \\log n)',
      '\\{1, 2\\}',
      'a \\quad b',
      'v = 5 \\text{ km per hour}'
    ],
    ...['\\mathrm{CO}_2', '\\ce{H2O}', '\\frac{1}{2}', '10^{-3}', '[0, 1] \\cup A', 'a\nb = c']
  ])('hold a formula: %s', (tex) => {
    expect(formulas(`So \\(${tex}\\) is`)).toEqual([tex.replace('\n', ' ')])
  })

  it.each([
    ...['see below', 'citation needed', 's', '2019', '12-15', 'UK', 'n/a', 'I/O', 'or', 'e.g. x'],
    ...[
      'p. 5',
      'see fig\\. 1',
      'mass = force',
      'C:\\Users\\me',
      'https://a.b/?c=d',
      '图',
      'ע',
      'what?'
    ],
    ...['^\\_^', '^_^', 'C++', '', ' ', 'my_variable', 'use `x^2` here', 'the \\alpha of all males']
  ])('hold prose: %s', (prose) => {
    const isLetter = prose.length === 1 && /[a-z]/.test(prose)
    expect(formulas(`word${isLetter ? '' : ' '}\\(${prose}\\) is`)).toEqual([])
  })

  it('hold text in square brackets unless there is a sign of TeX', () => {
    expect(
      formulas('a \\[x\\] \\[1\\] \\[i\\] \\[0, 1\\] \\[sic\\] \\[key=value\\] \\[x^2\\](y)')
    ).toEqual([])
    expect(formulas('a \\[x^2\\] \\[a = b\\] \\[\\alpha\\][/Q]')).toEqual([
      'x^2',
      'a = b',
      '\\alpha'
    ])
    expect(formulas('\\[f(x)\\]')).toEqual(['f(x)'])
    expect(formulas('\\[TODO\\]')).toEqual([])
  })

  it('are alone on their lines for a block, before a blank line', () => {
    expect(formulas('Text:\r\n\\[\r\nany words here\r\n\\]\r\nmore')).toEqual(['any words here'])
    expect(formulas('\\[\nx\n\n\\]')).toEqual([])
    expect(formulas('\\[\nx \\\\]\ny\n\\]')).toEqual(['x \\\\]\ny'])
    expect(formulas('> \\[\nx\n\\]')).toEqual([])
  })

  it('leave dollars what they are', () => {
    expect(formulas('a $$\n\\begin{aligned}\nx\n\\end{aligned}\n$$ b')).toEqual([
      '\\begin{aligned} x \\end{aligned}'
    ])
    expect(formulas('a $x\\(y$ and \\)')).toEqual(['x\\(y'])
  })
})
