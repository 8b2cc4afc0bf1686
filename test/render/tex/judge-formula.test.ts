import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { inEnglish } from '../../../src/say/say.ts'
import { judgeFormula } from '../../../src/render/tex/judge-formula.ts'

const reasons = (tex: string) => judgeFormula(tex, 'card').map(({ at }) => at)

describe('judgeFormula', () => {
  it.each([
    String.raw`\href{javascript:hurt()}{x}`,
    String.raw`\text{a $\href{x}{y}$}`,
    String.raw`a\\\href{x}{y}`,
    '\\frac1\\\nhref \\style{color:red}{x}',
    String.raw`\begin {html}x\end{html}`,
    '\\begin{ali%\ngn}x\\end{align}',
    String.raw`\csname href\endcsname{x}{y}`,
    String.raw`\verb\,\\href{javascript:hurt()}{x}`,
    String.raw`\let\le\href`,
    String.raw`\newcommand{\R}{\mathbb{R}}`,
    String.raw`\require{html}`,
    String.raw`\mmlToken{mi}[style="background:url(x)"]{x}`,
    String.raw`\unicode[url(x)]{65}`,
    String.raw`\bbox[border:url(x)]{x}`,
    String.raw`\bbox [background:url(x)] {x}`,
    String.raw`\enclose{circle}[href="x"]{x}`,
    String.raw`\color{url(http://h/x)}{x}`,
    String.raw`\colorbox{red;background:url(x)}{x}`,
    String.raw`\fcolorbox{red}{url(http://h)}{x}`,
    String.raw`\includegraphics{http://h/x.png}`,
    String.raw`\texttip{x}{y}`,
    '^^5chref{x}{y}',
    String.raw`x \) \(y`,
    '\\ｈref{x}{y}',
    String.raw`\hrefé{x}{y}`,
    'a{',
    'a}{',
    'a}b{c',
    '\\frac{a}{b',
    'a\\',
    String.raw`a\\` + '\\',
    String.raw`\rule{99999999em}{1em}`,
    String.raw`\rule [1em] {5em} {700 px}  \rule{1em}{1em}`.replace('700', '7000'),
    String.raw`\kern 1000pt`,
    String.raw`x\\[999em] y`,
    '{'.repeat(51) + '}'.repeat(51),
    String.raw`\color{red}`.repeat(51),
    String.raw`\pmb{`.repeat(5) + '}'.repeat(5),
    'x'.repeat(5001)
  ])('refuses %s', (tex) => {
    expect(reasons(tex)).not.toEqual([])
  })

  it.each([
    '',
    'x',
    String.raw`\frac{1}{2}\,\%\$\{\}\|\_\#\&\!`,
    String.raw`a\\href`,
    String.raw`\begin{cases*} 1 & x \\[2pt] \end{cases*}`,
    String.raw`\begin {pmatrix}\color{red}a&\color{#12f}b\\\color{blue}c\end{pmatrix}`,
    String.raw`\textcolor[rgb]{0.5, 0,1}{x}\color[HTML]{FF00FF}x`,
    String.raw`\genfrac{(}{)}{0pt}{0}{1000}{200}`,
    String.raw`\kern1em 1000 \hspace{-200pt}`,
    String.raw`\llap{a}`.repeat(9),
    `\\text{日本語 é ü, 90 \\% of 1000 cm}`,
    String.raw`\ce{^{227}_{90}Th+ ->[H2O] A\bond{->}B v}`,
    'x % a remark'
  ])('lets %s pass', (tex) => {
    expect(reasons(tex)).toEqual([])
  })

  it.each([
    [String.raw`\hspace{50em}`, String.raw`\hspace{51em}`],
    [String.raw`\hspace{49,9em}`, String.raw`\hspace{50,1em}`],
    [String.raw`\kern.5em`, String.raw`\kern 50.5em`],
    [String.raw`\hspace{-50em}`, String.raw`\hspace*{-51em}`],
    [String.raw`\kern 500pt`, String.raw`\kern 501pt`],
    [String.raw`\kern 800px`, String.raw`\kern 801px`],
    [String.raw`\kern 41pc`, String.raw`\kern 42pc`],
    [String.raw`\kern 20cm`, String.raw`\kern 21cm`],
    [String.raw`\kern 208mm`, String.raw`\kern 209mm`],
    [String.raw`\kern 8in`, String.raw`\kern 9in`],
    [String.raw`\mkern 900mu`, String.raw`\mkern 901mu`],
    [String.raw`\kern 111ex`, String.raw`\kern 112ex`],
    [String.raw`x\\[50em] y`, String.raw`x\\[51em] y`],
    [String.raw`x\\*[50em] y`, String.raw`x\\* [51em] y`],
    [String.raw`x\\ 51em`, String.raw`x\\ [51em]`],
    [String.raw`x\\ {51em}`, String.raw`\raise{51em}{x}`],
    [String.raw`x\\ y [51em]`, String.raw`\rule[1em]{51em}{1em}`],
    [String.raw`\sqrt[\uproot{99} 3]{x}`, String.raw`\sqrt[\uproot{100} 3]{x}`],
    [String.raw`\sqrt[\leftroot{-9} 3]{x}`, String.raw`\sqrt[\leftroot { -100 } 3]{x}`],
    [String.raw`\sqrt[\uproot 9 300]{x}`, String.raw`\sqrt[\uproot 300]{x}`],
    [String.raw`\MoveEqLeft[9] x+100`, String.raw`\MoveEqLeft[100] x`]
  ])('lets %s pass, and refuses %s', (small, large) => {
    expect([reasons(small), reasons(large).length]).toEqual([[], 1])
  })

  it('lets our own pages draw more, and says what to write for Anki', () => {
    expect(judgeFormula(String.raw`\bm{x}`, 'page')).toEqual([])
    const [fault] = judgeFormula(String.raw`\bm{x}`, 'card')
    expect(fault?.at).toBe('\\bm')
    expect(fault && inEnglish(fault.reason)).toBe('Anki draws no \\bm. Write \\boldsymbol.')
  })
})

/** Where MathJax ends a formula, as its `FindTeX` looks for the end. */
function endOf(text: string, close: string): number {
  const end = new RegExp(`${close.replace(/[\\)\]]/g, '\\$&')}|\\\\(?:[a-zA-Z]|.)|[{}]`, 'g')
  let braces = 0
  for (const mark of text.matchAll(end)) {
    if (mark[0] === close && braces === 0) return mark.index
    if (mark[0] === '{') braces++
    if (mark[0] === '}' && braces > 0) braces--
  }
  return -1
}

test('MathJax ends what passes where we do, whatever follows', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '\\',
    '\\(',
    ')',
    ']',
    '[',
    '$',
    '\\text',
    ' ',
    'a',
    '\n',
    '%',
    '\\{'
  )
  const tex = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(tex, tex, (formula, rest) => {
      if (judgeFormula(formula, 'card').length > 0) return
      for (const close of ['\\)', '\\]']) {
        expect(endOf(formula + close + rest, close)).toBe(formula.length)
      }
    }),
    { numRuns: 3000 }
  )
})
