import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inEnglish } from '../../src/say/say.ts'
import { importAnkiText, importDeck } from '../../src/import/deck/import-deck.ts'
import { compile, mergeLedgers, renewedLedger, type Ledger } from '../../src/laegna.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { exportTo, folder, play, type AnkiCollection, type Step } from './anki.ts'

type Form = 'newest' | 'legacy' | 'colpkg' | 'txt'

/** Somebody's collection as it was made, and what Anki exported of it. */
async function somebody(form: Form) {
  const home = join(folder, crypto.randomUUID())
  mkdirSync(home)
  const path = join(home, `deck.${form === 'newest' || form === 'legacy' ? 'apkg' : form}`)
  const before = await play([{ make: true }, { export: path, form }], { folder: home })
  const source = {
    path: `deck.${path.split('.').at(-1) ?? ''}`,
    blob: new Blob([readFileSync(path)])
  }
  const read = form === 'txt' ? importAnkiText : importDeck
  const imported = await read(source, {}, () => undefined)
  const goOn = (steps: Step[]) => play(steps, { folder: home, render: true })
  return { before, imported, goOn }
}

type Imported = Awaited<ReturnType<typeof somebody>>['imported']

/** A project of what came in, after an edit of all its texts. */
function projectOf(
  { files, media, ledger }: Imported,
  edit: (text: string) => string = (text) => text,
  after: Ledger | undefined = ledger
): ExportInput {
  const edited = files.map(({ path, text }) => ({ path, text: edit(text) }))
  const bytes = new Map(media.map(({ path, bytes }) => [path, bytes as Uint8Array]))
  const compilation = compile(edited, {}, [...bytes.keys()])
  return {
    name: 'Mine',
    files: edited,
    media: bytes,
    compilation,
    ...(after && { ledger: after })
  }
}

/** Later than the clock of the machine, on which Anki made its notes. */
const now = () => Math.floor(Date.now() / 1000) + 60

const sides = ({ notes }: AnkiCollection) => notes.map(({ fields }) => fields.join('|'))
const schedule = ({ notes }: AnkiCollection) =>
  notes.map(({ guid, tags, type, cards }) => ({ guid, tags, type, cards }))
/** Two notes of vocabulary have four fields; one fills only two of them. */
const NOTES = 12

describe.each(['newest', 'legacy', 'colpkg'] as const)('a deck of Anki, %s,', (form) => {
  let deck: Awaited<ReturnType<typeof somebody>>
  beforeAll(async () => {
    deck = await somebody(form)
  })

  test('comes in with its decks, tags, media, formulas and gaps', () => {
    const { files, media, notes, ledger } = deck.imported
    expect(files.map(({ path }) => path)).toEqual([
      'Biology.md',
      'Biology/Cells.md',
      'Math.md',
      'Words.md'
    ])
    expect(media.map(({ path }) => path)).toEqual([
      'deck media/cell & wall.png',
      'deck media/cell.mp3'
    ])
    expect(ledger?.entries).toHaveLength(NOTES - 1)
    expect(notes.map(inEnglish).join('\n')).toMatch(
      /12 notes of 4 decks[^]*11 notes can be edited[^]*Add Reverse/
    )
    const { compilation } = projectOf(deck.imported)
    expect(compilation.cards).toHaveLength(NOTES)
    expect(compilation.diagnostics).toEqual([])
    expect(compilation.cards[0]).toMatchObject({
      question: 'What is a **cell**?',
      deck: 'Biology',
      tags: ['qa', 'markdown', 'laegna', 'cells']
    })
  })

  test('goes back as it was where nothing was edited, but for notes of several fields', async () => {
    const out = await exportTo('anki-package', projectOf(deck.imported), {}, now())
    expect(out.notes).toEqual([])
    const after = await deck.goOn([{ import: out.path }])
    expect(after.imports[0]).toMatchObject({ new: 1, updated: 0, conflicting: 0, duplicate: 11 })
    expect(after.problems).toEqual([])
    const known = new Set(deck.before.notes.map(({ guid }) => guid))
    const notes = after.notes.filter(({ guid }) => known.has(guid))
    expect(notes.map(({ fields }) => fields)).toEqual(deck.before.notes.map(({ fields }) => fields))
    expect(after.types.filter((name) => name.includes('+'))).toEqual([])
  })

  test('takes edits into its very notes, and no schedule is lost', async () => {
    const fresh = await somebody(form)
    const edit = (text: string) =>
      text
        .replace('smallest unit', 'smallest *living* unit')
        .replace('A cell\n', 'A plant cell\n')
        .replace('the dog', 'the hound')
        .replace('the cat', 'the tomcat')
        .replace('membranes', 'walls')
        .replace('{{c1::mc^2}}', '{{c1::m c^2}}')
        .replace('[/A]red[A/]', '[/A]crimson[A/]')
    const input = projectOf(fresh.imported, edit)
    const cards = input.compilation.cards.filter(({ question }) => question !== 'correr')
    const kept = { ...input, compilation: { ...input.compilation, cards } }
    const out = await exportTo('anki-package', kept, {}, now())
    const after = await fresh.goOn([{ import: out.path }])
    expect(after.imports[0]).toMatchObject({ new: 0, updated: 7, conflicting: 0, duplicate: 4 })
    expect(schedule(after)).toEqual(schedule(fresh.before))
    expect(after.problems).toEqual([])
    expect(after.types).toEqual(fresh.before.types)
    expect(after.decks).toEqual(fresh.before.decks)
    const texts = sides(after)
    expect(texts).toContain('What is a <b>cell</b>?|The smallest <em>living</em> unit of life.')
    expect(texts).toContain('el gato|the tomcat|y')
    expect(texts).toContain('By \\(E = {{c1::m c^2}}\\) and {{c2::\\(\\frac{a}{b}\\)}}|')
    expect(texts).toContain('rojo|crimson||')
    expect(texts).toContain('correr|to run|verb|Corro cada día.')
    const pictured = after.rendered.filter(({ front }) => front.includes('What is shown?'))
    const [, name = ''] = /src="([^"]+)"/.exec(pictured[0]?.front ?? '') ?? []
    expect(after.media).toHaveProperty([name])
    expect(pictured[0]?.back).toContain('A plant cell')

    // And once more, from what was kept of the first time.
    const again = projectOf(
      fresh.imported,
      (text) => edit(text).replace('the hound', 'the greyhound'),
      mergeLedgers(out.ledger!, fresh.imported.ledger!)
    )
    const rest = again.compilation.cards.filter(({ question }) => question !== 'correr')
    const second = await exportTo(
      'anki-package',
      { ...again, compilation: { ...again.compilation, cards: rest } },
      { reversed: true },
      now() + 100
    )
    const last = await fresh.goOn([{ import: second.path }])
    expect(last.imports[0]).toMatchObject({ new: 0, conflicting: 0 })
    expect(sides(last)).toContain('el perro|the greyhound')
    expect(schedule(last)).toEqual(schedule(fresh.before))
  })

  test('keeps the tags of a note, and takes one that a header gets', async () => {
    const fresh = await somebody(form)
    const tagged = projectOf(fresh.imported, (text) =>
      text
        .replace('deck: Biology\n', 'deck: Biology\n')
        .replace('  - cells\n', '  - cells\n  - new\n')
    )
    const out = await exportTo('anki-package', tagged, {}, now())
    const after = await fresh.goOn([{ import: out.path }])
    const [cell] = after.notes.filter(({ fields }) => fields[0] === 'What is a <b>cell</b>?')
    expect(cell?.tags).toEqual(['cells', 'exam', 'new'])
    expect(cell?.fields).toEqual(['What is a <b>cell</b>?', 'The smallest unit of life.'])
  })
})

test('notes written anew after a backup of Anki was restored reach it', async () => {
  const { imported, goOn } = await somebody('newest')
  const edited = (text: string) => text.replace('the dog', 'the hound')
  const out = await exportTo('anki-package', projectOf(imported, edited), {}, now())
  const anew = projectOf(imported, edited, renewedLedger(out.ledger!))
  const second = await exportTo('anki-package', anew, {}, now() + 100)
  const after = await goOn([{ import: second.path }])
  expect(after.imports[0]).toMatchObject({ new: 1, updated: 11, conflicting: 0 })
  expect(sides(after)).toContain('el perro|the hound')
})

test('the package of somebody else’s deck makes the same notes in a fresh Anki', async () => {
  const { before, imported } = await somebody('newest')
  const out = await exportTo('anki-package', projectOf(imported), {}, now())
  const after = await play([{ import: out.path }])
  expect(after.problems).toEqual([])
  expect(after.notes).toHaveLength(NOTES)
  const guids = new Set(after.notes.map(({ guid }) => guid))
  const missing = before.notes.filter(({ guid }) => !guids.has(guid))
  expect(missing.map(({ fields }) => fields[0])).toEqual(['correr'])
  expect(Object.keys(after.media)).toHaveLength(2)
})

test('notes of a text file take edits by a text file, and fields beyond the second stay', async () => {
  const { before, imported, goOn } = await somebody('txt')
  expect(imported.ledger?.entries).toHaveLength(NOTES)
  const edit = (text: string) =>
    text.replace('smallest unit', 'smallest living unit').replace('to run', 'to hurry')
  const input = projectOf(imported, edit)
  const out = await exportTo('anki-text', input, {}, now())
  const after = await goOn([{ import: out.path }])
  expect(after.imports[0]).toMatchObject({ new: 0, conflicting: 0 })
  expect(after.notes).toHaveLength(NOTES)
  expect(schedule(after)).toEqual(schedule(before))
  expect(after.problems).toEqual([])
  expect(sides(after)).toContain('What is a <b>cell</b>?|The smallest living unit of life.')
  expect(sides(after)).toContain('correr|to hurry|verb|Corro cada día.')
  const wrong = await exportTo('anki-package', input, {}, now())
  expect(wrong.notes).toEqual([expect.stringMatching(/as a text file before[^]*conflicting/)])
})
