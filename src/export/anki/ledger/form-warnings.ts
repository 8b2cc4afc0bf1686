import type { Ledger, LedgerForm } from './ledger.ts'

const names: Record<LedgerForm, string> = {
  text: 'as a text file',
  package: 'as a package',
  'package-both-ways': 'as a package of cards asked both ways',
  connect: 'straight to Anki'
}

/** Forms with one note type: Anki takes changes of one from the other. */
const noteTypes: Record<LedgerForm, string> = {
  text: 'text',
  package: 'package',
  'package-both-ways': 'both ways',
  connect: 'package'
}

/**
 * What to know before the cards of a project go to Anki in another form than before: a note keeps
 * its note type, and Anki takes no change to it from a note of another one (A3).
 */
export function formWarnings(ledger: Ledger | undefined, form: LedgerForm): string[] {
  const others = (ledger?.forms ?? []).filter((other) => noteTypes[other] !== noteTypes[form])
  const last = others.at(-1)
  if (last === undefined) return []
  return [
    `These cards went to Anki ${names[last]} before. Anki will report them as conflicting and leave them as they are: go on ${names[last]}, or delete the notes in Anki first.`
  ]
}
