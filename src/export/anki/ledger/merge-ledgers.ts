import { mergeTypes } from './foreign-note.ts'
import { formOf, type Ledger, type LedgerEntry, type LedgerForm } from './ledger.ts'

/**
 * Two ledgers of one project as one: every guid that either issued, each with what was exported last
 * under it, since Anki takes nothing that is older than what it has.
 */
export function mergeLedgers(own: Ledger, other: Ledger): Ledger {
  const forms = mergeForms(own, other)
  const theirs = new Map(entriesIn(forms, other).map((entry) => [entry.guid, entry]))
  const ours = entriesIn(forms, own).map((entry) => newer(entry, theirs.get(entry.guid)))
  const known = new Set(ours.map(({ guid }) => guid))
  const rest = [...theirs.values()].filter(({ guid }) => !known.has(guid))
  const style = newerStyle(own, other)
  const deck = own.deck ?? other.deck
  const types = mergeTypes(own.types, other.types)
  return {
    version: 1,
    forms,
    ...(style && { style }),
    ...(deck !== undefined && { deck }),
    ...(types && { types }),
    entries: [...ours, ...rest]
  }
}

/** How Anki has the fields by two ledgers: as they were written last. */
export function newerStyle(one: Ledger, other: Ledger | undefined): Ledger['style'] {
  return (other?.style?.mod ?? -1) > (one.style?.mod ?? -1) ? other?.style : one.style
}

/** All forms of two ledgers, those of the first before the others. */
export function mergeForms(one: Ledger, other: Ledger): LedgerForm[] {
  return [...new Set([...one.forms, ...other.forms])]
}

/** The entries of a ledger as one has them in which cards went to Anki in these forms. */
export function entriesIn(forms: LedgerForm[], ledger: Ledger): LedgerEntry[] {
  if (forms[0] === ledger.forms[0]) return ledger.entries
  return ledger.entries.map((entry) => {
    if (entry.form === 'none') return entry
    const { form: _, ...rest } = entry
    const form = formOf(ledger, entry)
    return form && form !== forms[0] ? { ...rest, form } : rest
  })
}

/** Of two entries of one card that which was exported last; the other one may know its form. */
export function newer(one: LedgerEntry, other: LedgerEntry | undefined): LedgerEntry {
  if (!other) return one
  const [last, first] = other.mod > one.mod ? [other, one] : [one, other]
  if (last.form !== 'none') return last
  const { form: _, ...rest } = last
  return first.form ? { ...rest, form: first.form } : rest
}
