import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLedgerFile, writeLedgerFile } from '../../../src/export/anki/ledger/ledger-file.ts'
import type { LedgerEntry } from '../../../src/laegna.ts'

const trees = [[], ['Cells'], ['Cells', 'Parts'], ['Cells\nParts']]
const places = fc.record({
  fileId: fc.constantFrom('a', 'b'),
  chapterId: fc.constantFrom('0', '1', '1.1'),
  chapterTree: fc.constantFrom(...trees)
})
const entries = fc.array(
  fc.tuple(
    places,
    fc.record(
      { media: fc.constantFrom('', 'm1'), kind: fc.constant('cloze' as const) },
      { requiredKeys: [] }
    ),
    fc.boolean()
  ),
  { maxLength: 12 }
)

test('a ledger comes back from the file of a package as it went in, whatever card stands where', () => {
  fc.assert(
    fc.property(entries, (drawn) => {
      const all = drawn.map(([place, own, present], at): LedgerEntry => ({
        ...{ guid: `g${at}`, question: `q${at}`, answer: `a${at}`, hash: `h${at}`, mod: at },
        ...{ ...place, ...own, present }
      }))
      const ledger = { version: 1 as const, forms: [], entries: all }
      expect(readLedgerFile(writeLedgerFile(ledger))).toEqual(ledger)
    })
  )
})

test('what is no ledger is none', () => {
  for (const text of ['', '{}', '[]', '{"version":2,"forms":[],"places":[],"cards":[]}']) {
    expect(readLedgerFile(text)).toBeUndefined()
  }
})
