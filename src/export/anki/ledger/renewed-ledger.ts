import type { Ledger } from './ledger.ts'

/**
 * A ledger by which the next export writes each note anew, whatever Anki has: for notes that were put
 * back to an older state there, got another note type or were deleted. All guids stay.
 */
export function renewedLedger({ style, deck, entries }: Ledger): Ledger {
  return {
    version: 1,
    forms: [],
    // No way of writing is called so: the next one is another.
    style: { key: '', mod: style?.mod ?? 0 },
    ...(deck !== undefined && { deck }),
    entries: entries.map(({ form: _, ...entry }) => entry)
  }
}
