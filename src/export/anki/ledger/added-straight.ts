import { formOf, type Ledger } from './ledger.ts'

/**
 * A ledger after some notes, by their guids, were added straight to Anki: although a package held them
 * before, Anki had none of it, and would have them twice from the next one. Notes of a text file cannot
 * be told from those that Anki lacks, so they stay what they were.
 */
export function addedStraight(ledger: Ledger, added: readonly string[]): Ledger {
  const guids = new Set(added)
  const [first] = ledger.forms
  const entries = ledger.entries.map((entry) => {
    if (!guids.has(entry.guid) || formOf(ledger, entry) === 'text') return entry
    const { form: _form, note: _note, ...rest } = entry
    return first === 'connect' ? rest : { ...rest, form: 'connect' as const }
  })
  return { ...ledger, entries }
}
