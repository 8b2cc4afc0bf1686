import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ankiText, type AnkiTextOptions } from '../../src/export/anki/text/anki-text.ts'
import { ankiJson } from '../../src/export/anki/json/anki-json.ts'
import { ledgerFrom } from '../../src/laegna.ts'
import { ExportError, type ExportInput } from '../../src/export/contract.ts'
import { cardsOnly, context, project, seedExample } from './projects.ts'
import { readRows } from './read-rows.ts'

const HEADER = [
  '#separator:tab',
  '#html:true',
  '#if matches:update current',
  '#notetype:Basic',
  '#deck column:1',
  '#tags column:4',
  '#guid column:5'
]

async function write(input: ExportInput, options: Partial<AnkiTextOptions> = {}) {
  const { files, notes } = await ankiText.run(input, options, context)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files[0]!.bytes)
  const lines = text.split('\n')
  const header = lines.slice(0, HEADER.length)
  return { name: files[0]!.name, text, header, notes, rows: readRows(lines.slice(7).join('\n')) }
}

async function jsonOf(input: ExportInput): Promise<string> {
  const { files } = await ankiJson.run(input, {}, context)
  return new TextDecoder().decode(files[0]!.bytes)
}

test('the example gives the header, then deck, front, back, tags and guid of each card', async () => {
  const { name, header, rows } = await write(seedExample())
  expect(name).toBe('anki_cards.txt')
  expect(header).toEqual(HEADER)
  expect(rows.map((row) => row.length)).toEqual([5, 5, 5])
  expect(rows[2]).toEqual([
    'LaegnaAITraining',
    'Laegna AI Training Overview / Q &amp; A Usage<br><br>Q: How are Q &amp; A tags transformed into Anki cards?',
    'A: Each [/Q]... [Q/] section becomes the front of a card, and each [/A]... [A/] section becomes the back. The parent chapter and higher-level headings form a context path that appears on the card, making recall easier and more structured.',
    'qa markdown laegna',
    'FVTwN2mKwPY'
  ])
})

test('quotes, tabs, line ends and signs come back from the file as they went in', async () => {
  const text = fc
    .string({ unit: fc.constantFrom('"', '\t', '\n', ' ', '#', "'", '\\', ',', 'é', '😀') })
    .map((drawn) => `x${drawn}x`)
  await fc.assert(
    fc.asyncProperty(text, text, async (questionHtml, answerHtml) => {
      const { rows } = await write(cardsOnly([{ questionHtml, answerHtml }]))
      const [row] = rows
      expect(row!.slice(1, 3)).toEqual([`Chapter<br><br>Q: ${questionHtml}`, `A: ${answerHtml}`])
    })
  )
})

test('a guid of an earlier export stands as it is, whatever is in it', async () => {
  const input = seedExample()
  const cards = JSON.parse(await jsonOf(input)) as { guid: string }[]
  cards[0]!.guid = 'a"b\t#c'
  const { rows } = await write({ ...input, ledger: ledgerFrom(JSON.stringify(cards)) })
  expect(rows).toHaveLength(3)
  expect(rows[0]![4]).toBe('a"b\t#c')
})

test('no character breaks the file', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1 })
  await fc.assert(
    fc.asyncProperty(text, text, fc.array(text), async (question, deck, tags) => {
      const { text: whole, rows } = await write(
        cardsOnly([{ question, questionHtml: question, deck, tags }, { question: 'Another' }])
      )
      expect(rows).toHaveLength(2)
      for (const row of rows) {
        expect(row).toHaveLength(5)
        expect(row[0]!.trim()).not.toBe('')
        expect(row[0]).not.toMatch(/^[+-]?\d+$/)
        expect(row[1]!.trim()).not.toBe('')
      }
      expect(new Set(rows.map((row) => row[4])).size).toBe(2)
      // eslint-disable-next-line no-control-regex -- these are what must not be there
      expect(whole).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/)
    })
  )
})

describe('fields', () => {
  const front = async (card: Parameters<typeof cardsOnly>[0][0], options = {}) =>
    (await write(cardsOnly([card]), options)).rows[0]![1]

  test('the prefix stands in a first paragraph, and before other blocks alone', async () => {
    expect(await front({ questionHtml: 'Why?' })).toBe('Chapter<br><br>Q: Why?')
    expect(await front({ questionHtml: '<p>Why?</p><p>How?</p>' })).toBe(
      'Chapter<p>Q: Why?</p><p>How?</p>'
    )
    expect(await front({ questionHtml: '<pre><code>a\n\nb</code></pre>' })).toBe(
      'Chapter<br><br>Q:<pre style="text-align: left"><code>a\n\nb</code></pre>'
    )
  })

  test('context and prefixes can be left out, the separator chosen, titles are no HTML', async () => {
    const card = { questionHtml: 'Why?', chapterTree: ['A & B', '<i>'] }
    expect(await front(card, { separator: ' > ' })).toBe('A &amp; B &gt; &lt;i&gt;<br><br>Q: Why?')
    expect(await front(card, { context: false })).toBe('Q: Why?')
    expect(await front(card, { context: false, prefixes: false })).toBe('Why?')
    expect(await front({ questionHtml: 'Why?', chapterTree: [] })).toBe('General<br><br>Q: Why?')
  })

  test('what shows nothing is written as text, for Anki skips an empty first field', async () => {
    const card = { question: '<!-- a\nb -->', questionHtml: '', chapterTree: [] }
    expect(await front(card, { context: false, prefixes: false })).toBe('&lt;!-- a<br>b --&gt;')
  })
})

describe('decks and tags', () => {
  test('a bare number goes below the root deck, and the person is told', async () => {
    const { rows, notes } = await write(cardsOnly([{ deck: ' 2024 ' }]))
    expect(rows[0]![0]).toBe('LaegnaAITraining::2024')
    expect(notes).toEqual([expect.stringContaining('LaegnaAITraining::2024')])
  })

  test('names that differ in upper and lower case alone are one deck, and the person is told', async () => {
    const decks = ['Shelf::Straße::X', 'shelf::STRASSE', 'shelf::straẞe', 'Shelf::Other', 'SHELF']
    const { rows, notes } = await write(cardsOnly(decks.map((deck) => ({ deck }))))
    const street = 'Shelf::Straße'
    const names = ['Shelf', street, street, 'Shelf::Other', 'Shelf::Straße::X']
    expect(rows.map(([deck]) => deck)).toEqual(names)
    expect(notes).toEqual([
      expect.stringContaining('“shelf::STRASSE” and “Shelf::Straße” are one deck'),
      expect.stringContaining('“shelf::straẞe” and “Shelf::Straße” are one deck'),
      expect.stringContaining('“SHELF” and “Shelf” are one deck')
    ])
  })

  test('of a deck that is too deep for a text file the person is told', async () => {
    const deck = (levels: number) => Array.from({ length: levels }, () => 'a').join('::')
    const notes = async (...levels: number[]) => {
      const input = cardsOnly(levels.map((count) => ({ deck: deck(count) })))
      const { warnings } = await ankiText.preview(input, {}, context)
      const { notes = [] } = await write(input)
      return [...notes, ...warnings].filter((note) => note.includes('levels'))
    }
    expect(await notes(11)).toEqual([])
    const told = expect.stringContaining(`“${deck(12)}” has 12 levels`) as string
    expect(await notes(12)).toEqual([told, told])
    // Of this one the file itself brings enough levels before.
    expect(await notes(14, 3)).toEqual([])
  })

  test('rows of parents come before those of their children, else in document order', async () => {
    const decks = ['A::B::C', 'A::B', 'X', 'A', 'A::B']
    const { rows } = await write(
      cardsOnly(decks.map((deck, index) => ({ deck, question: `${index}` })))
    )
    expect(rows.map(([deck]) => deck)).toEqual(['X', 'A', 'A::B', 'A::B', 'A::B::C'])
    expect(rows.map((row) => row[1]!.at(-1))).toEqual(['2', '3', '1', '4', '0'])
  })

  test('blanks in tags become _, levels stay, empty and repeated ones go', async () => {
    const tags = ['two words', 'a::b', '', ' ', 'x\u3000y', 'two  words', '::a::::b::']
    const { rows } = await write(cardsOnly([{ tags }]))
    expect(rows[0]![3]).toBe('two_words a::b x_y')
  })

  test('the name of the note type is the person’s', async () => {
    const { header } = await write(seedExample(), { noteType: ' Einfach  und kurz ' })
    expect(header[3]).toBe('#notetype:Einfach und kurz')
  })
})

test('a project without cards is refused with what to do', async () => {
  const run = ankiText.run(project([{ path: 'a.md', text: '# No card' }]), {}, context)
  await expect(run).rejects.toThrow(ExportError)
  await expect(run).rejects.toThrow(/\[\/Q\]/)
})
