import { describe, expect, test } from 'vitest'
import { renderCardSides } from '../../src/laegna.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { project } from '../export/projects.ts'
import { exportTo, play, type AnkiCollection } from './anki.ts'

const text = `# Cells

[/Q]The {{c1::mitochondrion}} makes {{c2::**ATP**::which molecule?}}.[Q/]
[/A]In \`{{c1::no}}\` gap.[A/]

[/Q]Nested {{c1::a {{c2::b}} c}}, math $E={{c3::\\frac{a}{b}}}$, code {{c4::std\`::}}\`x}}, \\{{c5::none}}.[Q/]

[/Q]Blocks {{c3::one

- two}} and {{c1,2::both}}[Q/]

[/Q]Marked ==words== are ==**gaps** of $a}}b$==.[Q/]

[/Q]What is a cell?[Q/] [/A]A {{c1::unit}} }} of ==life==.[A/]
`

const cells = (source: string): ExportInput => project([{ path: 'cells.md', text: source }])

describe('Anki imports sentences with gaps', () => {
  test('of a package: a card a number, each as the app shows it', async () => {
    const input = cells(text)
    const { path } = await exportTo('anki-package', input)
    const collection = await play([{ import: path }], { render: true })
    expect(collection.problems).toEqual([])
    expect(
      inOrder(collection).map(({ type, cards }) => [type, ...cards.map(({ ord }) => ord)])
    ).toEqual([
      ['Laegna Cloze', 0, 1],
      ['Laegna Cloze', 0, 1, 2, 3],
      ['Laegna Cloze', 0, 1, 2],
      ['Laegna Cloze', 0, 1],
      ['Laegna Q&A', 0]
    ])
    const ours = input.compilation.cards.flatMap((card) => renderCardSides(card))
    for (const side of ['front', 'back'] as const) {
      const theirs = collection.rendered.map((card) => plain(card[side]))
      expect(theirs.sort()).toEqual(ours.map((card) => plain(card[side])).sort())
    }
  })

  test('of the text file: under the note types Basic and Cloze', async () => {
    const { path } = await exportTo('anki-text', cells(text))
    const collection = await play([{ import: path }, { import: path }])
    expect(collection.problems).toEqual([])
    expect(inOrder(collection).map(({ type, cards }) => [type, cards.length])).toEqual([
      ['Cloze', 2],
      ['Cloze', 4],
      ['Cloze', 3],
      ['Cloze', 2],
      ['Basic', 1]
    ])
    expect(collection.imports[1]).toMatchObject({ new: 0, updated: 0, duplicate: 5 })
  })

  test('of a text file that holds nothing else', async () => {
    const { path } = await exportTo('anki-text', cells('[/Q]One {{c1::gap}}.[Q/]'), {
      context: false
    })
    const { notes } = await play([{ import: path }])
    expect(notes.map(({ type, fields }) => [type, fields[0]])).toEqual([
      ['Cloze', 'One {{c1::gap}}.']
    ])
  })

  test.each(['anki-package', 'anki-text'] as const)(
    'of %s again after an edit: a gap edited, one added, the sentence reworded, intervals kept',
    async (exporter) => {
      const states = [
        'The {{c1::mitochondrion}} makes ATP in the cell.',
        'The {{c1::mitochondria}} makes ATP in the cell.',
        'The {{c1::mitochondria}} makes {{c2::ATP}} in the cell.',
        'In the cell the {{c1::mitochondria}} makes most of the {{c2::ATP}}.'
      ]
      let ledger
      const steps = []
      for (const [at, state] of states.entries()) {
        const input = cells(`# Cells\n\n[/Q]${state}[Q/]\n`)
        const options = ledger ? { ...input, ledger } : input
        const style = { context: false }
        const result = await exportTo(exporter, options, style, 1_700_000_000 + at * 100)
        ledger = result.ledger!
        steps.push({ import: result.path })
        if (at === 0) steps.push({ learn: ledger.entries[0]!.guid, days: 30 })
      }
      const collection = await play(steps)
      expect(collection.imports.map(({ new: fresh, updated }) => [fresh, updated])).toEqual([
        [1, 0],
        [0, 1],
        [0, 1],
        [0, 1]
      ])
      expect(collection.problems).toEqual([])
      expect(collection.notes).toHaveLength(1)
      expect(collection.notes[0]!.fields[0]).toBe(states[3])
      expect(collection.notes[0]!.cards.map(({ interval }) => interval)).toEqual([30, 0])
    }
  )

  test('a question that becomes a sentence with gaps is another note', async () => {
    const before = await exportTo('anki-package', cells('[/Q]A cell is?[Q/] [/A]A unit.[A/]'))
    const after = { ...cells('[/Q]A cell is {{c1::a unit}}?[Q/]'), ledger: before.ledger! }
    const second = await exportTo('anki-package', after, {}, 1_700_000_100)
    const collection = await play([{ import: before.path }, { import: second.path }])
    expect(collection.imports[1]).toMatchObject({ new: 1, conflicting: 0 })
    expect(collection.notes.map(({ type }) => type).sort()).toEqual(['Laegna Cloze', 'Laegna Q&A'])
  })
})

/** Notes in the order of the document. */
function inOrder({ notes }: AnkiCollection) {
  return notes.toSorted((a, b) => a.cards[0]!.due - b.cards[0]!.due)
}

/** A side as one reads it: Anki's attributes of a gap tell nothing to the eye. */
function plain(html: string): string {
  return html.replace(/<span class="(cloze(?:-inactive)?)"[^>]*>/g, '<span class="$1">')
}
