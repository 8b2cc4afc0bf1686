import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  adoptLedger,
  compile,
  ledgerFrom,
  mergeLedgers,
  renewedLedger,
  type Ledger,
  type Settings
} from '../../src/laegna.ts'
import type { DrawDiagram, ExportInput } from '../../src/export/contract.ts'
import { packagedLedger } from '../export/open-package.ts'
import { exportTo, play, type AnkiCollection, type Step } from './anki.ts'

const card = (question: string, answer: string) => `[/Q]${question}[Q/]\n[/A]${answer}[A/]\n\n`
const one = card('What is a cell?', 'The smallest unit of life.')
const two = card('What is DNA?', 'The molecule of heredity.')
const three = card('What is RNA?', 'A copy that works.')
const before = { 'notes/bio.md': `# Cells\n\n${one}${two}# Acids\n\n${three}` }

function projectOf(
  texts: Record<string, string>,
  ledger?: Ledger,
  settings: Partial<Settings> = {}
): ExportInput {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const compilation = compile(files, settings)
  return { name: 'Biology', files, settings, compilation, ...(ledger && { ledger }) }
}

type Form = 'anki-package' | 'anki-text'

/**
 * Imports a project, lets all of its cards be learned for 30 days, and imports it again after an
 * edit. `carry` is what brings the ledger from one export to the next.
 */
async function reimported(
  form: Form,
  after: Record<string, string>,
  settings: Partial<Settings> = {},
  carry: (first: Awaited<ReturnType<typeof exportTo>>) => Ledger | Promise<Ledger> = ({ ledger }) =>
    ledger!
) {
  const first = await exportTo(form, projectOf(before), {}, 1_700_000_000)
  const second = await exportTo(
    form,
    projectOf(after, await carry(first), settings),
    {},
    1_700_000_100
  )
  const learned: Step[] = first.ledger!.entries.map(({ guid }) => ({ learn: guid, days: 30 }))
  const collection = await play([{ import: first.path }, ...learned, { import: second.path }])
  expect(collection.problems).toEqual([])
  expect(collection.types.filter((name) => name.includes('+'))).toEqual([])
  expect(collection.decks.filter(({ name }) => name.includes('+'))).toEqual([])
  return collection
}

/** Days until each card is shown again. */
function intervals(notes: AnkiCollection['notes']): number[] {
  return notes.flatMap(({ cards }) => cards.map(({ interval }) => interval))
}

const edits: [what: string, after: Record<string, string>, updated: number, deck?: string][] = [
  ['nothing was done', before, 0],
  ['an answer was edited', { 'notes/bio.md': before['notes/bio.md'].replace('unit', 'part') }, 1],
  [
    'a question was edited',
    { 'notes/bio.md': before['notes/bio.md'].replace('is DNA', 'does DNA mean') },
    1
  ],
  [
    'both sides were edited',
    {
      'notes/bio.md': before['notes/bio.md']
        .replace('What is a cell', 'What is one cell')
        .replace('unit', 'living unit')
    },
    1
  ],
  [
    'a card was moved to another chapter',
    { 'notes/bio.md': `# Cells\n\n${two}# Acids\n\n${one}${three}` },
    1
  ],
  [
    'a chapter was renamed',
    { 'notes/bio.md': before['notes/bio.md'].replace('# Cells', '# The cell') },
    2
  ],
  ['a file was renamed', { 'notes/biology.md': before['notes/bio.md'] }, 3],
  ['a card was deleted', { 'notes/bio.md': `# Cells\n\n${two}# Acids\n\n${three}` }, 0],
  ['two cards were swapped', { 'notes/bio.md': `# Cells\n\n${two}${one}# Acids\n\n${three}` }, 0],
  [
    'cards went to another file',
    { 'a.md': `# Cells\n\n${one}${two}`, 'b.md': `# Acids\n\n${three}` },
    3
  ],
  ['the deck was renamed', before, 0, 'New name']
]

describe.each(['anki-package', 'anki-text'] as const)('%s imported again after', (form) => {
  test.each(edits)('%s: no note doubles, no interval is lost', async (_, after, updated, deck) => {
    const { imports, notes } = await reimported(form, after, deck ? { deck } : {})
    expect(notes).toHaveLength(3)
    expect(intervals(notes)).toEqual([30, 30, 30])
    expect(imports[1]).toMatchObject({ new: 0, conflicting: 0 })
    // A text file says nothing of where a card comes from, so less of it changes.
    if (form === 'anki-package') expect(imports[1]!.updated).toBe(updated)
    const shown = notes.map(({ fields }) => fields.join(' ')).join(' ')
    for (const { question } of projectOf(after).compilation.cards) expect(shown).toContain(question)
  })
})

describe('on a second machine that has only', () => {
  const after = { 'notes/bio.md': before['notes/bio.md'].replace('is DNA', 'does DNA mean') }
  type Carry = Parameters<typeof reimported>[3]
  /** As the page does with a file that is dropped on it. */
  const adopted = (earlier: Ledger, own?: Ledger) =>
    adoptLedger(projectOf(after).compilation.cards, own, earlier).ledger
  const ways: [what: string, carry: Carry][] = [
    ['the backup', ({ ledger }) => JSON.parse(JSON.stringify(ledger)) as Ledger],
    ['the package', async ({ files }) => adopted((await packagedLedger(files[0]!.bytes))!)]
  ]

  test.each(ways)('%s, an edited question stays the same note', async (_, carry) => {
    const { imports, notes } = await reimported('anki-package', after, {}, carry)
    expect(imports[1]).toMatchObject({ new: 0, updated: 1, conflicting: 0 })
    expect(intervals(notes)).toEqual([30, 30, 30])
  })

  test('anki_cards.json, after it has exported cards of its own', async () => {
    const json = await exportTo('anki-json', projectOf(before))
    const earlier = ledgerFrom(new TextDecoder().decode(json.files[0]!.bytes))
    const own = await exportTo('anki-package', projectOf(after))
    const carry = () => adopted(earlier, own.ledger)
    const { imports, notes } = await reimported('anki-package', after, {}, carry)
    expect(imports[1]).toMatchObject({ new: 0, conflicting: 0 })
    expect(notes.map(({ fields }) => fields[0]).join()).toContain('What does DNA mean?')
    expect(intervals(notes)).toEqual([30, 30, 30])
  })
})

test('a picture that got another path here is the same in Anki, and nothing is updated', async () => {
  const shown = (path: string): ExportInput => {
    const files = [{ path: 'a.md', text: card(`What is this: ![a cell](${path})`, 'A cell.') }]
    const media = new Map([[path, new Uint8Array([1, 2, 3])]])
    return { name: 'Cells', files, media, compilation: compile(files, {}, [path]) }
  }
  const first = await exportTo('anki-package', shown('img/cell.png'), {}, 1_700_000_000)
  const moved = { ...shown('unit.png'), ledger: first.ledger! }
  const second = await exportTo('anki-package', moved, {}, 1_700_000_100)
  const { imports, notes, media } = await play([{ import: first.path }, { import: second.path }])
  expect(imports[1]).toMatchObject({ new: 0, updated: 0, duplicate: 1 })
  expect(notes).toHaveLength(1)
  expect(Object.keys(media)).toHaveLength(1)
})

const rewritten = { 'notes/bio.md': before['notes/bio.md'].replace('unit of life', 'wall') }
const answers = (notes: AnkiCollection['notes']) => notes.map(({ fields }) => fields[1])

test('a diagram becomes a picture of its note, and only another one updates it', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
  const draw: DrawDiagram = () => Promise.resolve({ kind: 'picture', svg })
  const shown = (source: string, ledger?: Ledger) =>
    projectOf({ 'a.md': card('Way?', `\n\`\`\`mermaid\n${source}\n\`\`\`\n`) }, ledger)
  const first = await exportTo('anki-package', shown('pie'), {}, 1_700_000_000)
  const second = await exportTo('anki-package', shown('pie', first.ledger), {}, 1_700_000_100, draw)
  const third = await exportTo('anki-package', shown('pie', second.ledger), {}, 1_700_000_200, draw)
  const last = await exportTo('anki-package', shown('gantt', third.ledger), {}, 1_700_000_300, draw)
  const { imports, notes, media, problems } = await play([
    { import: first.path },
    { learn: first.ledger!.entries[0]!.guid, days: 30 },
    ...[second, third, last].map(({ path }) => ({ import: path }))
  ])
  expect(imports.map(({ updated }) => updated)).toEqual([0, 1, 0, 1])
  expect(intervals(notes)).toEqual([30])
  expect(problems).toEqual([])
  const name = /^<div class="diagram"><img src="([^"]+)" alt="Diagram"><\/div>$/.exec(
    notes[0]!.fields[1]!
  )?.[1]
  const hash = createHash('sha256').update(svg).digest('hex')
  expect(Object.keys(media)).toHaveLength(2)
  expect(media[name!]).toBe(hash)
})

test('a picture in a field of a text file stays as it is in Anki', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(60_000)}--></svg>`
  const text = card('Way?', '\n```mermaid\npie\n```\n')
  const draw: DrawDiagram = () => Promise.resolve({ kind: 'picture', svg })
  const { path } = await exportTo('anki-text', projectOf({ 'a.md': text }), {}, 1_700_000_000, draw)
  const { rendered, media, problems } = await play([{ import: path }], { render: true })
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  expect(rendered[0]!.back).toContain(`<img src="${address}" alt="Diagram">`)
  expect([media, problems]).toEqual([{}, []])
})

test('a backup that is restored over its project reaches Anki, too', async () => {
  const backup = await exportTo('anki-package', projectOf(before), {}, 1_700_000_000)
  const wrong = projectOf(rewritten, backup.ledger)
  const second = await exportTo('anki-package', wrong, {}, 1_700_000_100)
  const restored = projectOf(before, mergeLedgers(second.ledger!, backup.ledger!))
  const third = await exportTo('anki-package', restored, {}, 1_700_000_200)
  const learned = backup.ledger!.entries.map(({ guid }) => ({ learn: guid, days: 30 }))
  const files = [second, third].map(({ path }) => ({ import: path }))
  const { imports, notes } = await play([{ import: backup.path }, ...learned, ...files])
  expect(imports[2]).toMatchObject({ new: 0, updated: 1, conflicting: 0 })
  expect(answers(notes)).toContain('The smallest unit of life.')
  expect(intervals(notes)).toEqual([30, 30, 30])
})

test('cards whose note type was changed in Anki are updated when all are written anew', async () => {
  const first = await exportTo('anki-package', projectOf(before), {}, 1_700_000_000)
  const both = { reversed: true }
  const edited = projectOf(rewritten, first.ledger)
  const second = await exportTo('anki-package', edited, both, 1_700_000_100)
  expect(second.notes).toEqual([expect.stringMatching(/change their note type there/)])
  // Anki's clock is that of this machine.
  const later = Math.floor(Date.now() / 1000) + 60
  const anew = projectOf(rewritten, renewedLedger(second.ledger!))
  const third = await exportTo('anki-package', anew, both, later)
  expect(third.notes).toEqual([])
  const learned = first.ledger!.entries.map(({ guid }) => ({ learn: guid, days: 30 }))
  const { imports, notes, problems } = await play([
    { import: first.path },
    ...learned,
    { import: second.path },
    { retype: 'Laegna Q&A (both ways)' },
    { import: third.path }
  ])
  expect(imports[1]).toMatchObject({ updated: 0, conflicting: 3 })
  expect(imports[2]).toMatchObject({ new: 0, updated: 3, conflicting: 0 })
  expect(answers(notes)).toContain('The smallest wall.')
  expect(notes.map(({ cards }) => cards[0]!.interval)).toEqual([30, 30, 30])
  expect(problems).toEqual([])
})

test('text after a package: Anki says that they conflict, as we say beforehand', async () => {
  const first = await exportTo('anki-package', projectOf(before))
  const second = await exportTo('anki-text', projectOf(before, first.ledger))
  const { imports, notes } = await play([{ import: first.path }, { import: second.path }])
  expect(imports[1]).toMatchObject({ new: 0, updated: 0, conflicting: 3 })
  expect(notes).toHaveLength(3)
  expect(second.notes).toEqual([expect.stringMatching(/conflicting/)])
})

describe('a link back on each card', () => {
  test.each<Form>(['anki-package', 'anki-text'])(
    'comes to the same notes, their intervals kept: %s',
    async (form) => {
      const settings = { sourceLink: 'obsidian://open?vault=My%20vault&file={path}' }
      const { notes } = await reimported(form, before, settings)
      expect(intervals(notes)).toEqual([30, 30, 30])
      for (const { fields } of notes) {
        expect(fields.join('\n')).toContain(
          '<a href="obsidian://open?vault=My%20vault&amp;file=notes%2Fbio.md">'
        )
      }
    }
  )
})
