import { describe, expect, test } from 'vitest'
import { readLedgerFile, writeLedgerFile } from '../../../src/export/anki/ledger/ledger-file.ts'
import { formWarnings } from '../../../src/export/anki/ledger/form-warnings.ts'
import {
  ankiDelivery,
  compareWithLedger,
  compile,
  exporters,
  foreignLedger,
  ledgerSchema,
  mergeLedgers,
  renewedLedger,
  type ForeignType,
  type Ledger
} from '../../../src/laegna.ts'
import * as v from 'valibot'
import { context } from '../projects.ts'
import { exportPackage } from '../open-package.ts'

const type: ForeignType = {
  key: '42',
  name: 'Mine',
  model: { id: 42, sortf: 1, flds: [], tmpls: [], css: '.mine {}', odd: ['kept'] }
}

const text = '---\ntags: [said]\n---\n\n# Chapter\n\n[/Q]q[Q/] [/A]a[A/]\n'
const read = (markdown = text, path = 'deck.md') => compile([{ path, text: markdown }])

/** What is known of one card, whose note has four fields: source, question, answer, remark. */
function ledgerOf(form: 'package' | 'text' = 'package'): Ledger {
  const fields = ['s', '<i>q</i>', '<b>a</b>', 'r']
  const tags = ['said', 'own', 'markdown']
  const note = { type: '42', fields, question: 1, answer: 2, tags, cards: [0, 1] }
  const [card] = read().cards
  return foreignLedger([{ card: card!, guid: 'G', mod: 1000, note }], [type], form, new Map())
}

const inputOf = (markdown: string, ledger: Ledger, path?: string) => ({
  name: 'Mine',
  files: [{ path: path ?? 'deck.md', text: markdown }],
  compilation: read(markdown, path),
  ledger
})

describe('a note that came from Anki', () => {
  test('goes out in its own type, and only what changed is written', async () => {
    const same = await exportPackage(inputOf(text, ledgerOf()))
    expect(same.notes).toMatchObject([
      { guid: 'G', type: 42, mod: 1000, fields: ['s', '<i>q</i>', '<b>a</b>', 'r'] }
    ])
    expect(same.models).toEqual([{ ...type.model, name: 'Mine', mod: 0, usn: -1 }])

    const edited = text.replace('[/A]a', '[/A]**b**')
    const { notes, result, decks } = await exportPackage(inputOf(edited, ledgerOf()))
    expect(notes).toMatchObject([
      {
        guid: 'G',
        mod: 1_700_000_000,
        tags: ' said own markdown ',
        fields: ['s', '<i>q</i>', '<strong>b</strong>', 'r'],
        sorted: 'q',
        due: [1, 1]
      }
    ])
    expect(decks.find(({ name }) => name === 'LaegnaAITraining')?.desc).toBe('')
    expect(result.notes).toEqual([])

    // What went out last is what Anki has next time.
    const again = await exportPackage(
      inputOf(edited.replace('[/Q]q', '[/Q]*p*'), result.ledger!),
      { reversed: true },
      new Date(1.8e12)
    )
    expect(again.notes[0]?.fields).toEqual(['s', '<em>p</em>', '<strong>b</strong>', 'r'])
    expect(again.notes[0]?.type).toBe(42)
  })

  test('goes out though a stranger’s ledger says fields and cards that it does not have', async () => {
    const { entries, ...rest } = ledgerOf()
    const numbered = (note: object): Ledger => ({
      ...rest,
      entries: entries.map((entry) => ({ ...entry, note: { ...entry.note!, ...note } }))
    })
    const edited = text.replace('[/A]a', '[/A]b')
    const far = await exportPackage(inputOf(edited, numbered({ answer: 1e9 })))
    expect(far.notes[0]?.fields).toEqual(['s', '<i>q</i>', '<b>a</b>', 'r'])
    const none = await exportPackage(inputOf(text, numbered({ cards: [] })))
    expect(none.notes[0]?.due).toHaveLength(1)
    const doubled = await exportPackage(inputOf(text, numbered({ cards: [0, 0, 1, 1] })))
    expect(doubled.notes[0]?.due).toHaveLength(2)
    for (const wrong of [{ question: -1 }, { question: 0.5 }, { answer: -2 }, { cards: [1e9] }]) {
      expect(v.is(ledgerSchema, numbered(wrong))).toBe(false)
    }
  })

  test('is no other one where its file, chapter or the project’s own tags changed', () => {
    const moved = text.replace('# Chapter', '# Other')
    const { unchanged, changed } = compareWithLedger(inputOf(moved, ledgerOf(), 'other.md'))
    expect([unchanged.length, changed.length]).toEqual([1, 0])
    const tagged = compareWithLedger(inputOf(text.replace('[said]', '[said, new]'), ledgerOf()))
    expect(tagged.changed.map(({ changes }) => changes)).toEqual([['look']])
  })

  test('is kept in a backup, in a package, and beside an own ledger', async () => {
    const ledger = ledgerOf()
    expect(v.parse(ledgerSchema, JSON.parse(JSON.stringify(ledger)))).toEqual(ledger)
    expect(readLedgerFile(writeLedgerFile(ledger))).toEqual(ledger)
    const own = await exportPackage(inputOf('[/Q]x[Q/] [/A]y[A/]', { ...ledgerOf(), entries: [] }))
    const merged = mergeLedgers(own.result.ledger!, ledger)
    expect(merged.entries.map(({ guid }) => guid)).toContain('G')
    expect(merged.types).toEqual([type])
  })

  test('is written anew where all cards are', async () => {
    const first = await exportPackage(inputOf(text, ledgerOf()))
    const anew = renewedLedger(first.result.ledger!)
    const { notes } = await exportPackage(inputOf(text, anew), {}, new Date(1.8e12))
    expect(notes).toMatchObject([{ guid: 'G', type: 42, mod: 1_800_000_000 }])
  })

  test('does not go straight to Anki, nor into a text file that fills other fields', async () => {
    const input = inputOf(`${text}\n[/Q]new[Q/] [/A]card[A/]\n`, ledgerOf())
    const { delivery } = await ankiDelivery(input, {}, context)
    expect(delivery.notes.map(({ fields }) => fields['Question'])).toEqual(['new'])
    expect(delivery.warnings.join()).toMatch(/1 of 1 cards|These cards came from Anki/)
    const ankiText = exporters.find(({ id }) => id === 'anki-text')!
    const { files, notes } = await ankiText.run(input, {}, context)
    const rows = new TextDecoder().decode(files[0]!.bytes)
    expect(rows).toContain('new')
    expect(rows).not.toContain('"G"')
    expect(notes?.join()).toMatch(/they are left out of it. Take the package/)
  })

  test('of a text file goes back by its type’s name, with its fields as they are', async () => {
    const ledger = ledgerOf('text')
    const [entry] = ledger.entries
    const note = { ...entry!.note!, question: 0, answer: 1, fields: ['<i>q</i>', 'a', 'r'] }
    const input = inputOf(text, { ...ledger, entries: [{ ...entry!, note }] })
    const ankiText = exporters.find(({ id }) => id === 'anki-text')!
    const { files } = await ankiText.run(input, {}, context)
    const rows = new TextDecoder().decode(files[0]!.bytes)
    expect(rows).toContain('#notetype column:6')
    expect(rows).toContain('"<i>q</i>"\t"a"\t"said own markdown"\t"G"\t"Mine"')
    expect(formWarnings(input.ledger, 'text')).toEqual([])
    expect(formWarnings(input.ledger, 'package')).toHaveLength(1)
  })
})
