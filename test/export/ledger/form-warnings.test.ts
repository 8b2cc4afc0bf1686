import { expect, test } from 'vitest'
import { addedStraight } from '../../../src/export/anki/ledger/added-straight.ts'
import { formWarnings as warn } from '../../../src/export/anki/ledger/form-warnings.ts'
import { renewedLedger } from '../../../src/export/anki/ledger/renewed-ledger.ts'
import type { Ledger, LedgerForm } from '../../../src/export/anki/ledger/ledger.ts'
import { inEnglish } from '../../../src/say/say.ts'

const formWarnings = (...given: Parameters<typeof warn>) => warn(...given).map(inEnglish)

/** A ledger of cards by the forms in which they went to Anki first. */
function after(...forms: [LedgerForm, ...LedgerForm[]]): Ledger {
  const texts = { fileId: 'a', chapterId: '0', chapterTree: [], question: 'q', answer: 'a' }
  const entries = forms.map((form, at) => {
    const entry = { ...texts, guid: String(at), hash: '', mod: 1, present: true }
    return form === forms[0] ? entry : { ...entry, form }
  })
  return { version: 1, forms: [...new Set(forms)], entries }
}

test.each([
  ['text', 'text'],
  ['package', 'connect'],
  ['package-both-ways', 'connect']
] as const)('from %s to %s, Anki knows the notes again', (before, now) => {
  expect(formWarnings(after(before), now)).toEqual([])
})

test.each([
  ['text', 'package', 'conflicting', 'as a text file'],
  ['package', 'text', 'conflicting', 'as a package'],
  ['package', 'package-both-ways', 'conflicting', 'as a package'],
  ['connect', 'package', 'twice', 'straight to Anki'],
  ['connect', 'text', 'twice', 'straight to Anki'],
  ['text', 'connect', 'twice', 'as a text file']
] as const)('from %s to %s is warned about as %s', (before, now, outcome, words) => {
  const [warning] = formWarnings(after(before), now)
  expect(warning).toContain(outcome)
  expect(warning).toContain(`go on ${words}`)
})

test('only those cards are warned of that went in another form', () => {
  const mixed = after('package', 'package', 'package-both-ways')
  expect(formWarnings(mixed, 'package')).toEqual([
    expect.stringMatching(/^1 of 3 cards went to Anki as a package of cards asked both ways/)
  ])
  expect(formWarnings(mixed, 'package-both-ways')).toEqual([
    expect.stringMatching(/^2 of 3 cards went to Anki as a package before/)
  ])
})

test('that nobody knows the form is said of cards that come from anki_cards.json', () => {
  const { entries, ...rest } = after('package')
  const fromJson: Ledger = { ...rest, forms: [], entries }
  expect(formWarnings(fromJson, 'package')).toEqual([
    expect.stringContaining('does not say in which form Anki has them')
  ])
  // Who lets all be written anew knows what Anki has.
  expect(formWarnings(renewedLedger(fromJson), 'package')).toEqual([])
  const exportedHere = entries.map((entry) => ({ ...entry, hash: '1', form: 'none' as const }))
  expect(formWarnings({ ...fromJson, entries: exportedHere }, 'package')).toEqual([])
})

test('a card that is gone is not warned of', () => {
  const { entries, ...rest } = after('text')
  const gone = { ...rest, entries: entries.map((entry) => ({ ...entry, present: false })) }
  expect(formWarnings(gone, 'package')).toEqual([])
})

test('what was added straight to Anki is warned of in a package, whatever held it before', () => {
  const sent = addedStraight(after('package', 'package', 'package-both-ways', 'connect'), [
    '0',
    '2'
  ])
  expect(formWarnings(sent, 'package')).toEqual([
    expect.stringMatching(/^3 of 4 cards went to Anki straight to Anki before/)
  ])
  expect(formWarnings(addedStraight(after('connect', 'package'), ['1']), 'connect')).toEqual([])
  // Anki may have them from the text file, too: that is still said.
  expect(formWarnings(addedStraight(after('text'), ['0']), 'connect')).toHaveLength(1)
})

test('a first export warns of nothing', () => {
  expect(formWarnings(undefined, 'package')).toEqual([])
})
