import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { exporters, findCards, renderHtml, type Settings } from '../../src/laegna.ts'
import { context, project } from './projects.ts'

/** A document; `§` is a place within a line, `¶` one between blocks. */
const template = `---
title: Notes
---
¶
# Cells§ of§ life

[/BLOCKREAD/] [/CHAPTREEREAD/]

§Cells are **small§ and** ==§many==,§ [in a §link](https://x.y "its§ title") and a [link§][ref], ![a §picture](x.png)
on§ two lines.§[^1]
¶
- one§
- two
  1. §three

> quoted§
> more

| a§ | b |
| -- | - |
| §x | y§ |

<div title="a§ name">
§in§ HTML
</div>

[ref]: https://x.y 'title§'
¶
[/Q]What§ is §a cell?[Q/]
[/A]§The unit§

¶

of life.[^1][A/]

Term::Meaning§ of it
¶
## §Below [/T]a §topic[T/]§

[/Q]The ==cell§== is {{c1::small§}} and §{{c2::round}}.[Q/] #tag§

[^1]: A note§ below.
¶`

const within = fc.constantFrom(
  '%%SECRET%%',
  ' %%SECRET%%',
  '%%%%',
  ' <!-- SECRET -->',
  '%%SECRET%%%%SECRET [/Q]%%',
  '%% SECRET *a* [/Q] #SECRET %%',
  ' %%SECRET [/A]a[A/] ==SECRET %% ',
  ' %%SECRET\n\nSECRET%%',
  ' %% SECRET\n\n# SECRET\n\n- SECRET\n  %%',
  ' %%SECRET\n```\n[/Q]SECRET[Q/]\n```\n> SECRET `a %% '
)
const between = fc.constantFrom(
  '\n%%\nSECRET\n%%\n',
  '\n%% SECRET\n\n# SECRET\n\n```\n[/Q]SECRET[Q/]\n%%\n',
  '\n%%SECRET%%\n',
  '\n%%\n- SECRET\n\n[/Q]SECRET?[Q/]\n[/A]SECRET[A/]\n\nSECRET::SECRET\n%%\n'
)
const settings = fc.record<Partial<Settings>>({
  capture: fc.constantFrom('tagged', 'all'),
  contentFormat: fc.constantFrom('markdown', 'text'),
  questionsInContent: fc.boolean(),
  decks: fc.constantFrom('one', 'chapter')
})
const places = [...template.matchAll(/[§¶]/g)].length
const written = fc
  .tuple(
    fc.array(fc.option(within), { minLength: places, maxLength: places }),
    fc.array(fc.option(between), { minLength: places, maxLength: places }),
    fc.constantFrom('\n', '\r\n')
  )
  .map(([inline, blocks, lineEnd]) => {
    let at = -1
    const text = template.replace(/[§¶]/g, (sign) => {
      at++
      return (sign === '§' ? inline[at] : blocks[at]) ?? ''
    })
    return text.replaceAll('\n', lineEnd)
  })
const plain = template.replace(/[§¶]/g, '')

test('a private comment is in nothing that is shown or exported, wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(written, settings, async (text, settings) => {
      const input = project([{ path: 'a.md', text }], settings)
      expect(JSON.stringify(input.compilation), text).not.toContain('SECRET')
      expect(renderHtml(input.files[0]!), text).not.toContain('SECRET')
      expect(JSON.stringify(findCards(input.files[0]!).map(shown)), text).not.toContain('SECRET')
      expect(input.compilation.cards.map(sides)).toEqual(
        project([{ path: 'a.md', text: plain }], settings).compilation.cards.map(sides)
      )
      const said = new Set(input.compilation.diagnostics.map(({ code }) => code))
      expect(
        [...said].filter((code) => code !== 'missing-media' && code !== 'long-comment')
      ).toEqual([])
    }),
    { numRuns: 100 }
  )
})

test.each([
  // Over borders of blocks that no blank line shows.
  '> a %%SECRET\n>\n> SECRET%% b',
  '> [/Q]a[Q/] [/A]b %%SECRET\n>\n> SECRET%% c[A/]',
  'a %%SECRET\n***\nSECRET%% b',
  'a %%SECRET\n---\nSECRET%% b',
  'a %%SECRET\n> SECRET%% b',
  'a %%SECRET\n| a | b |\n|-|-|\n| c | SECRET%% |',
  '| a %%SECRET | b |\n|-|-|\n| c SECRET%% | d |',
  '| a %%SECRET | SECRET%% b |\n|-|-|\n| c | d |',
  'a %%SECRET\n<div>\nSECRET%%\n</div>',
  'a\n: b %%SECRET\n: SECRET%% c',
  'Term %%SECRET\n: SECRET%% c',
  '[^1]: a %%SECRET\n[^2]: SECRET%%\n\nx[^1][^2]',
  // The usual form on lines of its own, behind a number.
  'in 2024 %%\nSECRET\n\nSECRET\n%% b',
  // Behind code that ends with what it stands in, and dollars that begin no formula.
  '> ```\n> x\n\na %%SECRET\n\nSECRET%% b',
  '> ```\n> x\na %%SECRET\n\nSECRET%% b',
  '- ```\n\na %%SECRET\n\nSECRET%% b',
  '- a\n\n  ~~~\n  x\n\na %%SECRET\n\nSECRET%% b',
  '- a\n  - b\n\n    ```\n    x\n\n  c\n\na %%SECRET\n\nSECRET%% b',
  '> - ```\n>   x\n\n> c\n\na %%SECRET\n\nSECRET%% b',
  '$$\n\nwords\n\na %%SECRET\n\nSECRET%% b',
  'a\n: ```\n  x\n\nb %%SECRET\n\nSECRET%% c',
  '$$ (a)\nb\n$$\n\na %%SECRET\n\n$$\nc\n$$\n\nSECRET%% b',
  'a\n: $$\n  b\n  $$\n\nc %%SECRET\n\n$$\nd\n$$\n\nSECRET%% e',
  '> $$\n> x\n\na %%SECRET\n\nSECRET%% b',
  // Behind punctuation, words without blanks, signs, and what Markdown makes of others.
  'Done.%%SECRET\n\nSECRET%% x',
  '中文。%%SECRET\n\nSECRET%% x',
  '中文%%SECRET\n\nSECRET%%中文',
  '👍%%SECRET\n\nSECRET%% x',
  'a `x`%%SECRET\n\nSECRET%% c',
  'a [x](y)%%SECRET\n\nSECRET%% c',
  '$x$%%SECRET\n\nSECRET%% c',
  'a [[P]]%%SECRET\n\nSECRET%% c',
  '[/Q]a {{c1::b}}%%SECRET\n\nSECRET%% c[Q/]',
  '[/Q]a[Q/]%%SECRET\n\nSECRET%%[/A]b[A/]'
])('a private comment is in nothing, whatever it goes over: %j', (text) => {
  const input = project([{ path: 'a.md', text }], { capture: 'all' })
  expect(JSON.stringify(input.compilation)).not.toContain('SECRET')
  expect(renderHtml(input.files[0]!)).not.toContain('SECRET')
})

test.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  'no private comment goes into what %s writes',
  async (_id, exporter) => {
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const input = project([{ path: 'a.md', text }], { capture: 'all' })
        const { files } = await exporter.run(input, {}, context)
        for (const { bytes } of files) expect(await everything(bytes)).not.toContain('SECRET')
      }),
      { numRuns: 5 }
    )
  }
)

function shown({ question, answer, chapter }: ReturnType<typeof findCards>[number]) {
  return { question, answer, chapter }
}

function sides(card: ReturnType<typeof project>['compilation']['cards'][number]) {
  const { question, answer, deck, tags, chapterTree } = card
  return [question, answer, deck, ...tags, ...chapterTree].map((side) => side.replace(/\s+/g, ''))
}

/** The text of a file, or of all files in a zip. */
async function everything(bytes: Uint8Array): Promise<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  const { files } = await JSZip.loadAsync(bytes)
  const texts = await Promise.all(Object.values(files).map((file) => file.async('string')))
  return texts.join('\n')
}
