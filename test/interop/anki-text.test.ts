import { describe, expect, test } from 'vitest'
import type { ExportInput } from '../../src/export/contract.ts'
import { book, cardsOnly, project, seedExample } from '../export/projects.ts'
import { exportTo, play } from './anki.ts'

/** Exports each project and imports the files one after the other into one collection. */
async function imported(...inputs: ExportInput[]) {
  const steps: { import: string }[] = []
  for (const input of inputs) steps.push({ import: (await exportTo('anki-text', input)).path })
  const { notes, decks, ...rest } = await play(steps)
  return {
    ...rest,
    notes: notes.map(({ guid, fields, tags, type, cards }) => {
      return { guid, decks: [...new Set(cards.map(({ deck }) => deck))], fields, tags, type }
    }),
    decks: decks.map(({ name }) => name)
  }
}

interface JsonCard {
  guid: string
  deck: string
  front_html: string
  back_html: string
  tags: string[]
}

/** What Anki should hold of a project: it stores Unicode in form NFC and tags in its own order. */
async function expected(input: ExportInput) {
  const { files } = await exportTo('anki-json', input)
  const cards = JSON.parse(new TextDecoder().decode(files[0]!.bytes)) as JsonCard[]
  return cards.map(({ guid, deck, front_html, back_html, tags }) => ({
    guid,
    decks: [deck],
    fields: [front_html.normalize('NFC'), back_html.normalize('NFC')],
    tags: [...tags].sort(),
    type: 'Basic'
  }))
}

function inOrder<Note extends { guid: string; tags: string[] }>(notes: Note[]): Note[] {
  return notes
    .map((note) => ({ ...note, tags: [...note.tags].sort() }))
    .sort((a, b) => (a.guid < b.guid ? -1 : 1))
}

describe('Anki imports anki_cards.txt', () => {
  test('of the example: three notes as the document says them', async () => {
    const { notes, decks } = await imported(seedExample())
    expect(decks).toEqual(['Default', 'LaegnaAITraining'])
    expect(notes.map(({ fields }) => fields[0]).sort()).toEqual([
      'Laegna AI Training Overview / Block Reader Explanation<br><br>Q: What does the block reader do?',
      'Laegna AI Training Overview / Chapter Tree Reader Explanation<br><br>Q: Why is the chapter tree representation helpful?',
      'Laegna AI Training Overview / Q &amp; A Usage<br><br>Q: How are Q &amp; A tags transformed into Anki cards?'
    ])
    for (const note of notes) {
      expect(note.fields[1]).toMatch(/^A: \S/)
      expect(note.tags.toSorted()).toEqual(['laegna', 'markdown', 'qa'])
      expect(note.decks).toEqual(['LaegnaAITraining'])
    }
  })

  test('of 200 cards in nested decks, twice: nothing doubles, nothing changes', async () => {
    const input = book(20, 10, { decks: 'chapter', deck: 'Root::Sub', tags: ['one', 'two words'] })
    const { imports, notes, decks } = await imported(input, input)
    expect(imports).toMatchObject([
      { new: 200 },
      { new: 0, updated: 0, conflicting: 0, duplicate: 200 }
    ])
    expect(inOrder(notes)).toEqual(inOrder(await expected(input)))
    // Default, the root and its child, folder and file, a deck a chapter.
    expect(decks).toHaveLength(1 + 2 + 2 + 20)
    expect(decks.filter((deck) => deck.includes('+'))).toEqual([])
  })

  test('after an answer was edited: the note is updated, no other is made', async () => {
    const write = (answer: string) =>
      project([{ path: 'a.md', text: `# A\n\n[/Q]Which?[Q/]\n[/A]${answer}[A/]\n` }])
    const { imports, notes } = await imported(write('This.'), write('That.'))
    expect(imports[1]).toMatchObject({ new: 0, updated: 1 })
    expect(notes.map(({ fields }) => fields[1])).toEqual(['A: That.'])
  })

  test('with code, tables, maths and lists: fields arrive letter by letter', async () => {
    const text = [
      '# Code & <maths>',
      '[/Q]What does this print?\n\n```python\nif a < b:\n\n    print("x\\ty")\n```\n[Q/]',
      '[/A]1. `a && b`\n2. $x_1 < y$\n\n| a | b |\n|---|---|\n| "q" | \\|  |\n[A/]'
    ].join('\n\n')
    const input = project([{ path: 'a.md', text }])
    const { notes } = await imported(input)
    expect(notes).toEqual(
      (await expected(input)).map((note) => ({ ...note, tags: expect.anything() as unknown }))
    )
    expect(notes[0]!.fields[0]).toContain(' a &lt; b:\n\n    <span')
  })

  test('with every trap in texts, decks and tags: each card is there as meant', async () => {
    const nasty = [
      '#start',
      '# separator:comma',
      '"',
      '""',
      'a "quoted" word',
      "it's",
      'tab\there',
      'a\nb\n\n"c"',
      'cr\r\nlf\rend',
      '\u0000nul',
      '\u001ffield end',
      '\u0007bell',
      'lone \ud800 surrogate',
      '\u2028 line',
      'e\u0301 decomposed',
      '{{c1::cloze}}',
      '<b>bold</b>',
      '&amp;',
      '\ufeffbom',
      '  blanks  ',
      '::',
      '日本語',
      '😀',
      '-',
      '0',
      '1e5',
      'TRUE',
      '\\',
      '=1+1',
      '%',
      'a;b,c|d'
    ]
    const input = cardsOnly([
      ...nasty.map((text) => ({ question: text, answer: text, tags: [text, 'x y', 'a::b'] })),
      ...nasty.map((text) => ({ question: `in deck ${text}`, deck: text })),
      { question: 'number', deck: '2024' },
      { question: 'signed', deck: '-7' },
      { question: 'child first', deck: 'Family::Child::Grandchild' },
      { question: 'then parent', deck: 'Family' },
      { question: 'blank levels', deck: ' Family :: :: Other ' },
      { question: 'same', answer: 'one' },
      { question: 'same', answer: 'two' },
      { question: '<!-- nothing to see -->', questionHtml: ' ' }
    ])
    const { imports, notes, decks } = await imported(input, input)
    const count = input.compilation.cards.length
    expect(imports).toMatchObject([
      { found: count, new: count, empty_first_field: 0 },
      { found: count, new: 0, updated: 0, duplicate: count }
    ])
    expect(inOrder(notes)).toEqual(inOrder(await expected(input)))
    expect(decks.filter((deck) => /\+$/.test(deck))).toEqual([])
    expect(decks).toContain('LaegnaAITraining::2024')
  })
})
