import type { Ledger } from './ledger.ts'
import { optionsBefore } from './options-before.ts'

/**
 * A ledger by which the next export writes each note anew, whatever Anki has: for notes that were put
 * back to an older state there, got another note type or were deleted. All guids stay, and the options hold where none is chosen.
 */
export function renewedLedger(ledger: Ledger): Ledger {
  const { style, deck, entries } = ledger
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
    entries: entries.map(({ form: _, ...entry }) => entry)
  }
}
