import { expect, it } from 'vitest'
import { compile, renderHtml, type Compilation } from '../../../src/laegna.ts'
import { texts } from '../../markdown/syntax/texts.ts'

/**
 * `syntax.txt` says of each text of `test/markdown/syntax` what comes of it: the blocks that a model learns, the preview,
 * what is said about it, and the question that it makes between tags. `npx vitest run --project node test/document/syntax -u` writes it
 * again: look at each line that changes.
 */
it('makes blocks, previews, cards and problems of each construct as before', async () => {
  const lines = texts.map((text) => {
    const alone = compile([{ path: 'a.md', text }], { capture: 'all' })
    const asBlock = asked(`\n${text}\n`)
    const inLine = asked(text).filter((one) => !asBlock.includes(one))
    return [
      JSON.stringify(text),
      ...alone.blocks.map(({ content }) => `block ${JSON.stringify(content)}`),
      `preview ${JSON.stringify(withoutFormulas(renderHtml({ path: 'a.md', text })))}`,
      ...saidOf(alone),
      ...asBlock.map((said) => `card ${said}`),
      ...inLine.map((said) => `card in a line ${said}`)
    ].join('\n  ')
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('syntax.txt')
})

/** The question that a text makes between tags, and what is said of it. */
function asked(text: string): string[] {
  const compilation = compile([{ path: 'a.md', text: `[/Q]${text}[Q/]\n[/A]b[A/]` }])
  return [
    ...compilation.cards.map((card) => JSON.stringify([card.question, card.questionHtml])),
    ...saidOf(compilation)
  ]
}

function saidOf({ diagnostics }: Compilation): string[] {
  return diagnostics.map(
    ({ start, end, code, message, fix }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${code} ${message}` +
      (fix ? ` [${fix.title}: ${JSON.stringify(fix.text)}]` : '')
  )
}

/** MathML is another program's. */
function withoutFormulas(html: string): string {
  return html.replace(/<math.*?<\/math>/gs, '<math/>')
}
