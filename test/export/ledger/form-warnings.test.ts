import { expect, test } from 'vitest'
import { formWarnings } from '../../../src/export/anki/ledger/form-warnings.ts'
import type { LedgerForm } from '../../../src/export/anki/ledger/ledger.ts'

const after = (...forms: LedgerForm[]) => ({ version: 1 as const, forms, entries: [] })

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

test('a first export warns of nothing', () => {
  expect(formWarnings(undefined, 'package')).toEqual([])
})
