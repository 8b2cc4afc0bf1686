import { inEnglish } from '../../src/say/say.ts'
import { expect, test } from 'vitest'
import { compile, exporters, renderHtml } from '../../src/laegna.ts'

const context = { now: new Date(0), seed: 1 }

async function write(id: string, text: string, options: object = {}, name = 'My notes') {
  const files = [{ path: 'notes.md', text }]
  const input = { name, files, compilation: compile(files, {}, ['leaf.png']) }
  const exporter = exporters.find((one) => one.id === id)!
  const preview = await exporter.preview(input, options, context)
  const result = await exporter.run(input, options, context)
  const [file] = result.files
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file!.bytes)
  return { ...result, preview, name: file!.name, text: written }
}

const cell = `# Cell

[/Q]What makes *ATP*, and how much of
$E=mc^2$?[Q/]

[/A]
- The \`mitochondrion\`
- "Much", she said
[A/]

## Parts

[/Q]The {{c1::nucleus}} holds {{c2::DNA::which molecule?}}.[Q/]

[/Q]-A1[Q/] [/A]![a leaf](leaf.png)[A/]
`

test('Quizlet gets a card a line, a tab between question and answer, and no marks', async () => {
  const { text, name, notes, preview } = await write('quizlet', cell)
  expect(name).toBe('My-notes.csv')
  expect(text.split('\n')).toEqual([
    'What makes ATP, and how much of E=mc^2?\tThe mitochondrion / "Much", she said',
    'The ____ holds DNA.\tnucleus',
    'The nucleus holds ____ (which molecule?).\tDNA',
    '-A1\ta leaf',
    ''
  ])
  expect(notes).toEqual([
    'Pictures and sounds of 1 card are left out: only their words come along.'
  ])
  expect(preview.counts.map(inEnglish)).toEqual(['4 cards'])
  expect(text.startsWith(preview.samples[0]!.text.split('\n')[0]!)).toBe(true)
})

test('tags that a card speaks of stay words', async () => {
  const { text } = await write(
    'quizlet',
    '[/Q]Each [/Q] … [Q/] is?[Q/]\n\n[/A]A *front*, not [Q/].[A/]'
  )
  expect(text).toContain('Each [/Q] … [Q/] is?\tA front, not [Q/].')
})

test('spreadsheets get CSV with quotes, and nothing that they take for a formula', async () => {
  const { text } = await write('quizlet', cell, { separator: 'comma' })
  expect(text).toBe(
    '"What makes ATP, and how much of E=mc^2?","The mitochondrion\n""Much"", she said"\r\n' +
      'The ____ holds DNA.,nucleus\r\n' +
      'The nucleus holds ____ (which molecule?).,DNA\r\n' +
      ' -A1,a leaf\r\n'
  )
  const numbers = await write('quizlet', '[/Q]1 - 6[Q/] [/A]-5[A/]', { separator: 'comma' })
  expect(numbers.text).toBe('1 - 6,-5\r\n')
})

test('all cards are Markdown without tags, under their chapters', async () => {
  const { text, name } = await write('cards-markdown', cell)
  expect(name).toBe('My-notes-cards.md')
  expect(text).toBe(`# My notes

## notes / Cell

**Q:** What makes *ATP*, and how much of
$E=mc^2$?

**A:**

- The \`mitochondrion\`
- "Much", she said

## notes / Cell / Parts

**Q:** The ____ holds DNA.

**A:** nucleus

**Q:** The nucleus holds ____ (which molecule?).

**A:** DNA

**Q:**

-A1

**A:** ![a leaf](leaf.png)
`)
})

test('answers stand behind all questions where that is chosen', async () => {
  const text = '[/Q]One?[Q/] [/A]1[A/]\n\n[/Q]Two?[Q/] [/A]2[A/]'
  const { text: written } = await write('cards-markdown', text, { answersLast: true }, 'Sums')
  expect(written).toBe(
    '# Sums\n\n## notes\n\n**1.** One?\n\n**2.** Two?\n\n## Answers\n\n**1.** 1\n\n**2.** 2\n'
  )
})

test('what a card leaves open does not take in the cards behind it', async () => {
  const opens = ['```js', '$$ x', '<pre>x']
  const text =
    opens.map((open) => `[/Q]a[Q/] [/A]${open}[A/]`).join('\n\n') + '\n\n[/Q]c[Q/] [/A]d[A/]\n'
  const { text: written } = await write('cards-markdown', text)
  expect(renderHtml({ path: 'a.md', text: written })).toContain('<strong>Q:</strong> c')
})

test('footnotes are words with numbers', async () => {
  const { text } = await write('quizlet', '[/Q]x^[one] and[^2][Q/] [/A]y[A/]\n\n[^2]: two\n')
  expect(text).toBe('x[1] and[2] / [1] one / [2] two\ty\n')
})
