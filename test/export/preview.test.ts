import { inEnglish } from '../../src/say/say.ts'
import { expect, test } from 'vitest'
import { itemsPerChapter } from '../../src/export/shared/items-per-chapter.ts'
import { compile, exporters, type ExportInput } from '../../src/laegna.ts'

const now = new Date(0)
const ofRecords = exporters.filter(({ group }) => group !== 'document')
const text = `# Cells

[/Q]One?[Q/] [/A]1[A/]

[/Q]Two?[Q/] [/A]2[A/]

# DNA [/BLOCKREAD/]

[/Q]Three?[Q/] [/A]3[A/]

[/Q]Four?[Q/] [/A]4[A/]
`

function project(): ExportInput {
  const files = [{ path: 'cells.md', text }]
  return { name: 'Cells', files, compilation: compile(files) }
}

test.each(ofRecords)(
  '$id says how much it will write, and shows the beginning',
  async (exporter) => {
    const preview = await exporter.preview(project(), {}, { now, seed: 1 })
    expect(preview.counts[0]?.values?.['count']).toBeGreaterThanOrEqual(4)
    // With this seed the first chapter is kept to check with; a dataset shows what is learned from.
    const first = exporter.id === 'dataset' ? 'Three?' : 'One?'
    expect(preview.samples[0]?.text).toContain(first)
  }
)

test('notes are counted in cards and decks', async () => {
  const exporter = exporters.find(({ id }) => id === 'anki-text')!
  const one = [{ path: 'a.md', text: '[/Q]One?[Q/] [/A]1[A/]' }]
  const two = [...one, { path: 'b.md', text: '---\ndeck: Other\n---\n[/Q]Two?[Q/] [/A]2[A/]' }]
  const countsOf = async (files: typeof one) => {
    const input = { name: 'Cells', files, compilation: compile(files) }
    return (await exporter.preview(input, {}, { now, seed: 1 })).counts.map(inEnglish)
  }
  expect(await countsOf(one)).toEqual(['1 card', '1 deck'])
  expect(await countsOf(two)).toEqual(['2 cards', '2 decks'])
})

test.each(['anki-json', 'anki-text'])(
  'what %s shows stands in the file just so, guids included',
  async (id) => {
    const exporter = exporters.find((other) => other.id === id)!
    const { samples } = await exporter.preview(project(), {}, { now, seed: 1 })
    const { files } = await exporter.run(project(), {}, { now, seed: 1 })
    const written = new TextDecoder().decode(files[0]?.bytes)
    const shown = samples[0]!.text.replace(/\n\]\n$/, '').trimEnd()
    expect(written.startsWith(shown)).toBe(true)
    expect(shown).toContain('Three?')
    expect(shown).not.toContain('Four?')
  }
)

test.each(['anki-json', 'anki-text'])('%s shows code in the colours of the file', async (id) => {
  const exporter = exporters.find((other) => other.id === id)!
  const code = '[/Q]What?[Q/]\n\n[/A]\n\n```js\nconst x = 1\n```\n\n[A/]\n'
  const files = [{ path: 'code.md', text: code }]
  const input = { name: 'Code', files, compilation: compile(files) }
  const { samples } = await exporter.preview(input, {}, { now, seed: 1 })
  const written = await exporter.run(input, {}, { now, seed: 1 })
  expect(samples[0]!.text).toContain('hljs-keyword')
  expect(samples[0]!.text).toBe(new TextDecoder().decode(written.files[0]?.bytes))
})

test('a page says how much is on it, and shows how it begins', async () => {
  const exporter = exporters.find(({ id }) => id === 'html')!
  const { counts, samples } = await exporter.preview(project(), {}, { now, seed: 1 })
  expect(counts.map(inEnglish)).toContain('4 cards')
  expect(samples.map(({ page }) => page)).toEqual([expect.stringContaining('One?')])
})

test('the text file says which note type it needs', async () => {
  const exporter = exporters.find(({ id }) => id === 'anki-text')!
  const options = { noteType: 'Einfach' }
  const { warnings } = await exporter.preview(project(), options, { now, seed: 1 })
  expect(warnings.join()).toContain('named “Einfach”')
})

test('a project without cards is refused before anything is written', async () => {
  const empty = { name: 'Empty', files: [], compilation: compile([]) }
  for (const exporter of ofRecords) {
    const coming = exporter.preview(empty, {}, { now, seed: 1 })
    await expect(coming).rejects.toThrow(/tags|\[\/Q\]/)
  }
})

test('items are counted by chapters of the first level, in document order', () => {
  const files = [
    { path: 'b.md', text: `Before. [/BLOCKREAD/]\n\n${text}` },
    { path: 'a.md', text: '# Cells\n\n## Parts\n\n[/Q]Five?[Q/] [/A]5[A/]\n' }
  ]
  const rows = itemsPerChapter(compile(files), ['card', 'block'])
  expect(
    rows.map(({ name, parts }) => [name, ...parts.map(({ kind, count }) => `${count} ${kind}`)])
  ).toEqual([
    ['b', '0 card', '1 block'],
    ['Cells', '2 card', '0 block'],
    ['DNA', '2 card', '3 block'],
    ['Cells', '1 card', '0 block']
  ])
})
