import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'
import { CardPage } from './anki-mathjax.ts'

let anki: CardPage
beforeAll(async () => {
  anki = await CardPage.open()
})
afterAll(() => anki.close())

const hostile = [
  String.raw`\href{javascript:hurt()}{x}`,
  String.raw`\mmlToken{mi}[href="javascript:hurt()"]{x}`,
  String.raw`\style{background:url(//evil.test/style.png)}{a}`,
  String.raw`\mmlToken{mi}[style="background:url(//evil.test/token.png)"]{x}`,
  String.raw`\bbox[border:1px;background:url(//evil.test/box.png)]{x}`,
  String.raw`\let\alpha\href\alpha{javascript:hurt()}{x}`,
  String.raw`\def\y#1{\style{background:url(//evil.test/#1.png)}{a}}\y{def}`
]

/** The fields of cards that ask these texts. */
function fields(questions: string[]): string[] {
  const text = questions.map((question) => `[/Q]${question}[Q/] [/A]a[A/]`).join('\n\n')
  return compile([{ path: 'a.md', text }]).cards.map(({ questionHtml }) => questionHtml)
}

test('hostile formulas act where nobody looks at them, and on cards they do nothing', async () => {
  // What these define stays defined until the page is closed.
  const unguarded = await CardPage.open()
  const raw = await unguarded.show(hostile.map((tex) => `<p>\\(${tex}\\)</p>`).join('\n'))
  await unguarded.close()
  expect(raw.ran).toBeGreaterThanOrEqual(3)
  expect(raw.requests.length).toBeGreaterThanOrEqual(3)
  expect(raw.suspicious).not.toEqual([])

  const written = fields([
    ...hostile.flatMap((tex) => [`$${tex}$`, `$$${tex}$$`]),
    ...hostile.flatMap((tex) => [
      `$a{$ ${tex} $b}$`,
      `$$a\\ $$ ${tex} $b$`,
      `\\\\(${tex}\\\\)`,
      `&#92;(${tex}&#92;)`,
      `\\\\<b>(</b>${tex}\\\\)`,
      `<span class="math math-inline">${tex}</span>`,
      `$ \\text{\\(${tex}\\)} $`
    ])
  ])
  expect(written).toHaveLength(9 * hostile.length)
  const shown = await anki.show(written.map((html) => `<p>${html}</p>`).join('\n'))
  expect(shown).toMatchObject({ ran: 0, requests: [], suspicious: [] })
})

test('no command that MathJax or Temml knows acts with hostile arguments', async () => {
  const evil = [
    'background:url(//evil.test/x.png)',
    'javascript:hurt()',
    '" onclick="hurt()" style="background:url(//evil.test/q)',
    'red;background:url(//evil.test/y)',
    'href="javascript:hurt()"',
    '2em; background: url(//evil.test/w)',
    'x'
  ]
  const signs = new Set(await anki.commands('signs'))
  const active = await anki.commands('active')
  const names = [...new Set([...active, ...temmlCommands()])].filter((name) => !signs.has(name))
  expect(names.length).toBeGreaterThan(900)
  const formulas = names.flatMap((name, at) => {
    const word = (further: number) => evil[(at + further) % evil.length] ?? ''
    return [
      `\\${name}[${word(3)}]{${word(4)}}{${word(0)}}{${word(1)}}`,
      `\\${name}{x}[${word(5)}]{${word(6)}}`
    ]
  })
  const written = fields(formulas.filter((tex) => !tex.includes('$')).map((tex) => `$${tex}$`))
  const drawn = written.filter((html) => html.startsWith('\\('))
  expect(drawn.length).toBeGreaterThan(600)
  const shown = await anki.show(drawn.map((html) => `<p>${html}</p>`).join('\n'))
  expect(shown).toMatchObject({ ran: 0, requests: [], suspicious: [] })
})

test('what authors write is drawn', async () => {
  const samples = `${import.meta.dirname}/../samples/A5-formulas-that-pass`
  const text = readFileSync(`${samples}/input.md`, 'utf8')
  const { cards, diagnostics } = compile([{ path: 'a.md', text }])
  expect(diagnostics).toEqual([])
  const shown = await anki.show(cards.map((card) => card.questionHtml + card.answerHtml).join('\n'))
  expect(shown.faulty).toEqual([])
  expect(shown.formulas).toBe(14)
})

/** Every word behind a backslash in Temml's program: more than the commands it has. */
function temmlCommands(): string[] {
  const program = readFileSync(createRequire(import.meta.url).resolve('temml'), 'utf8')
  return [...program.matchAll(/["'`]\\\\([a-zA-Z]+)["'`]/g)].map(([, name = '']) => name)
}
