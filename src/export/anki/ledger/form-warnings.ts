import type { Ledger, LedgerForm } from './ledger.ts'

const names: Record<LedgerForm, string> = {
  text: 'as a text file',
  package: 'as a package',
  'package-both-ways': 'as a package of cards asked both ways',
  connect: 'straight to Anki'
}

/** What Anki does with a note that came in another form before. */
const outcomes = {
  conflict: 'Anki will report them as conflicting and leave them as they are',
  double: 'Anki will have them twice'
}

/**
 * What to know before the cards of a project go to Anki in another form than before. A note keeps
 * its note type, and Anki takes no change to it from a note of another one (A3); the add-on gives
 * notes guids of Anki's own, so no file finds them, and it finds notes of our own types only.
 */
export function formWarnings(ledger: Ledger | undefined, form: LedgerForm): string[] {
  const forms = ledger?.forms ?? []
  const last = forms.findLast((other) => outcomeOf(other, form) !== undefined)
  const outcome = last && outcomeOf(last, form)
  if (!outcome) return []
  return [
    `These cards went to Anki ${names[last]} before. ${outcomes[outcome]}: go on ${names[last]}, or delete the notes in Anki first.`
  ]
}

function outcomeOf(before: LedgerForm, now: LedgerForm): keyof typeof outcomes | undefined {
  if (before === now) return undefined
  if (now === 'connect') return before === 'text' ? 'double' : undefined
  return before === 'connect' ? 'double' : 'conflict'
}
