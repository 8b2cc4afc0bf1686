import { describe, expect, it } from 'vitest'
import {
  applyFound,
  compile,
  ExportError,
  exporters,
  findCards,
  renderHtml,
  type Exporter,
  type ExportInput
} from '../../src/laegna.ts'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { parse } from '../../src/markdown/parse.ts'
import { generators } from './generators.ts'

/** Patterns of marks that a paragraph is read as plain text for, and how many of them are needed. */
const crowds: [name: string, count: number][] = [
  ['emphasis **_*', 600],
  ['emphasis, never opened', 1100],
  ['emphasis, nested', 300],
  ['two long runs of asterisks', 1100],
  ['long runs of asterisks, many', 30],
  ['deleted, never opened', 1100],
  ['deleted, nested', 300],
  ['marked, never opened', 1100],
  ['marked, nested', 300],
  ['emphasis in a heading', 600],
  ['emphasis in a cell', 600],
  ['emphasis beside Chinese', 600],
  ['brackets, closed', 1100],
  ['brackets, words', 600],
  ['links, nested', 600],
  ['links, only their ends', 1100],
  ['pictures, nested', 600],
  ['references without a target', 600],
  ['footnotes, half open', 1100],
  ['backticks, runs that grow', 200],
  ['links with open titles', 600],
  ['addresses in brackets', 1100]
]

function read(text: string) {
  const file = { path: 'a.md', text }
  return { html: renderHtml(file), ...compile([file], { capture: 'all' }) }
}

/** Names of the files that an exporter writes; none where it finds nothing to write. */
async function filesOf(exporter: Exporter, input: ExportInput): Promise<string[]> {
  try {
    const { files } = await exporter.run(input, {}, { now: new Date(0), seed: 1 })
    return files.map(({ name }) => name)
  } catch (error) {
    if (error instanceof ExportError) return []
    throw error
  }
}

async function exported(input: ExportInput): Promise<Record<string, string[]>> {
  const written: Record<string, string[]> = {}
  for (const exporter of exporters) written[exporter.id] = await filesOf(exporter, input)
  return written
}

/** A file about some animals, from which one can learn. */
function asChapter(animals: string) {
  const words = `${animals} build nests in spring, feed their young all summer, and gather where food is left.`
  return { path: `${animals}.md`, text: `# ${animals}\n\n${words}\n` }
}

function codes(text: string): string[] {
  return read(text).diagnostics.map(({ code }) => code)
}

describe('hostile text', () => {
  it.each(Object.keys(generators))('is read: %s', (name) => {
    const generator = generators[name]!
    const text = generator.write(Math.min(40, generator.size))
    const { diagnostics, html } = read(text)
    expect(diagnostics.map(({ code }) => code)).not.toContain('too-deep')
    expect(typeof html).toBe('string')
    expect(new DocumentParser().parse(text).root.children).toEqual(parse(text).root.children)
  })

  it.each(Object.keys(generators))('is searched for cards, and exported: %s', async (name) => {
    const generator = generators[name]!
    const file = { path: 'a.md', text: generator.write(Math.min(20, generator.size)) }
    const found = findCards(file)
    const text = applyFound(file.text, found)
    const compilation = compile([{ path: 'a.md', text }], { capture: 'all' })
    const before = compile([file]).cards.length
    expect(compilation.cards.length).toBeGreaterThanOrEqual(before + found.length)
    const written = await exported({ name: 'a', files: [{ path: 'a.md', text }], compilation })
    expect(written['html']).toHaveLength(1)
    expect(written['anki-text']).toHaveLength(compilation.cards.length > 0 ? 1 : 0)
  })

  // Each took minutes once: what would close it was looked for from each sign, up to the end.
  it.each(['pictures, open', 'pictures, never closed', 'links to notes, open'])(
    'is exported to its end, beside others: %s',
    async (name) => {
      const generator = generators[name]!
      const text = `${generator.write(4 * generator.size)}\n\n# More\n\nRain fills the river.\n`
      const files = [{ path: 'a.md', text }, ...['Birds', 'Fish', 'Ants'].map(asChapter)]
      const compilation = compile(files, { capture: 'all' })
      const written = await exported({ name: 'a', files, compilation })
      expect(written).toMatchObject({ html: ['a.html'], dataset: ['a-dataset.zip'] })
    }
  )

  // Each took a minute once.
  it.each(['labels that run on', 'callouts, apart', 'terms in a row'])(
    'is read to its end: %s',
    (name) => {
      const generator = generators[name]!
      expect(codes(`${generator.write(generator.size / 2)}\n\n[/Q]`)).toEqual(['unclosed-tag'])
    }
  )

  // At twice its size this took minutes once: what was looked through for open labels was forgotten.
  it('is read to its end: backslashes, words between', () => {
    const generator = generators['backslashes, words between']!
    const text = `${generator.write(2 * generator.size)}\n\n[/Q]`
    expect(codes(text)).toEqual(['unclosed-tag'])
  })

  // Each took minutes once, to find out that there is nothing to look for.
  it.each(['question marks', 'kinds of callouts', 'pictures, open'])(
    'is searched to its end: %s',
    (name) => {
      const generator = generators[name]!
      expect(findCards({ path: 'a.md', text: generator.write(4 * generator.size) })).toEqual([])
    }
  )

  it.each(crowds)('is plain text where it has too many marks: %s', (name, count) => {
    const text = `# Before\n\n*a*\n\n${generators[name]!.write(count)}\n\n*b*\n`
    const { diagnostics, html } = read(text)
    const crowded = diagnostics.filter(({ code }) => code === 'too-many-marks')
    expect(crowded).toHaveLength(1)
    expect(crowded[0]?.severity).toBe('warning')
    expect(crowded[0]?.start.line).toBeGreaterThan(4)
    expect(html.match(/<(?:em|strong|del|code|img)\b/g)).toEqual(['<em', '<em'])
    const parsed = new DocumentParser(true, 10).parse(text)
    expect(parsed.root.children).toEqual(parse(text).root.children)
  })

  it('is read as marks up to the limit', () => {
    expect(codes('*a* '.repeat(500))).toEqual([])
    expect(codes('*a* '.repeat(501))).toEqual(['too-many-marks'])
    expect(codes('[a](b) '.repeat(500))).toEqual([])
    expect(codes('***a*** '.repeat(500))).toEqual([])
    expect(codes('Name:____________________\n'.repeat(500))).toEqual([])
    expect(codes('*a* *b*\n\n'.repeat(600))).toEqual([])
    expect(codes('- *a* `b` [c](d)\n'.repeat(600))).toEqual([])
    expect(codes('`a` '.repeat(5000))).toEqual([])
  })

  it('keeps the tags and escapes of a plain paragraph', () => {
    const marks = '**_* '.repeat(600)
    const text = `${marks}[/Q]*a* \\* &amp;[Q/] [/A]**b**[A/]`
    const { cards, diagnostics } = read(text)
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-many-marks'])
    expect(cards).toMatchObject([
      { question: '*a* \\* &amp;', questionHtml: '*a* * &amp;', answerHtml: '**b**' }
    ])
  })

  it('has each of its tags counted, however many there are', () => {
    const { files, diagnostics } = compile([{ path: 'a.md', text: '[/A]a[A/]'.repeat(20_000) }])
    expect(files[0]?.tagCount).toBe(40_000)
    expect(files[0]?.spans).toHaveLength(20_000)
    expect(diagnostics).toHaveLength(20_000)
  })

  it.each([
    ['[/Q]', 'unclosed-tag'],
    ['[Q/]', 'unopened-tag'],
    ['[/q]', 'near-miss-tag']
  ])('has a problem for each %s', (tag, code) => {
    const { diagnostics } = compile([{ path: 'a.md', text: tag.repeat(100_000) }])
    const found = diagnostics.map((diagnostic) => diagnostic.code)
    expect(found.filter((one) => one === code)).toHaveLength(100_000)
    expect(new Set(found)).not.toContain('too-deep')
  })

  it('says of each gap that it stands too deep, however many do', () => {
    const count = 400_000
    const text = `[/Q]${generators['gaps, nested']!.write(count)}[Q/]`
    const found = codes(text).filter((code) => code === 'broken-gap')
    expect(found).toHaveLength(count - 10)
  })

  it('keeps all lines of a chapter', () => {
    // In one block of code, so that few nodes hold them.
    const text = `\`\`\`\n${'a\n'.repeat(200_000)}\`\`\`\n`
    const { chapters } = compile([{ path: 'a.md', text }], { capture: 'all' })
    expect(chapters[0]?.content.split('\n')).toHaveLength(200_002)
  })
})
