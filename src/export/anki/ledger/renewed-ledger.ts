import { formOf, type Ledger } from './ledger.ts'
import { optionsBefore } from './options-before.ts'

/**
 * A ledger by which the next export writes each note anew, whatever Anki has: for notes that were put
 * back to an older state there, got another note type or were deleted. All guids stay, and the options hold where none is chosen.
 */
export function renewedLedger(ledger: Ledger): Ledger {
  const { style, deck, types, entries } = ledger
  const key = style?.key || style?.last?.key
  const { reversed } = optionsBefore(ledger)
  const last = {
    ...(key !== undefined && { key }),
    ...(reversed !== undefined && { reversed })
  }
  return {
    version: 1,
    forms: [],
    // No way of writing is called so: the next one is another.
    style: { key: '', mod: style?.mod ?? 0, last },
    ...(deck !== undefined && { deck }),
    ...(types && { types }),
    entries: entries.map((entry) => {
      // One that came from Anki is written in its own way: it counts as changed.
      if (entry.note) return { ...entry, hash: '', form: formOf(ledger, entry) ?? 'none' }
      const { form: _, ...rest } = entry
      return rest
    })
  }
}
