import { say, type Said } from '../../../say/say.ts'
import { fitsText } from './foreign-card.ts'
import { groupBy } from './group-by.ts'
import { formOf, type Ledger, type LedgerEntry, type LedgerForm } from './ledger.ts'

const names: Record<LedgerForm, Said> = {
  text: say('as a text file'),
  package: say('as a package'),
  'package-both-ways': say('as a package of cards asked both ways'),
  connect: say('straight to Anki')
}

/** What Anki does with a note that came in another form before. */
const outcomes = {
  conflict: (cards: Said, form: Said) =>
    say(
      '{cards} went to Anki {form} before. Anki will report these as conflicting and leave them as they are: go on {form}; or delete the notes in Anki or change their note type there, and let all cards be written anew.',
      { cards, form }
    ),
  double: (cards: Said, form: Said) =>
    say(
      '{cards} went to Anki {form} before. Anki will have these twice: go on {form}; or delete the notes in Anki or change their note type there, and let all cards be written anew.',
      { cards, form }
    )
}

/**
 * What to know before the cards of a project go to Anki in another form than before, a sentence a
 * form. A note keeps its note type, and Anki takes no change to it from a note of another one (A3);
 * the add-on gives notes guids of Anki's own, so no file finds them, and it finds notes of our own
 * types only.
 */
export function formWarnings(ledger: Ledger | undefined, form: LedgerForm): Said[] {
  if (!ledger) return []
  const present = ledger.entries.filter((entry) => entry.present)
  const isOurs = (entry: LedgerEntry) =>
    !entry.note || (form !== 'connect' && formOf(ledger, entry) === 'text')
  const groups = groupBy(present.filter(isOurs), (entry) => formOf(ledger, entry))
  const warnings = [...groups].flatMap(([before, entries]) => {
    if (!before) return unknownWarnings(entries, ledger)
    const outcome = outcomeOf(before, form)
    if (!outcome) return []
    const { length } = asked(entries, before, form)
    if (length === 0) return []
    return outcomes[outcome](someOf(length, present.length), names[before])
  })
  const foreign = present.filter((entry) => !isOurs(entry))
  return [...warnings, ...foreignWarnings(foreign, present.length, form)]
}

/** Of notes that came from Anki in a package: the package and mostly the text file find them again. */
function foreignWarnings(entries: LedgerEntry[], all: number, form: LedgerForm): Said[] {
  const { length } = form === 'text' ? entries.filter((entry) => !fitsText(entry)) : entries
  if (length === 0 || form.startsWith('package')) return []
  const cards = someOf(length, all)
  return form === 'text'
    ? [
        say(
          '{cards} came from Anki in notes of other fields than a text file fills: they are left out of it. Take the package.',
          { cards }
        )
      ]
    : [
        say(
          '{cards} came from Anki in note types of your own, which cannot be found from here: they are not sent. Take the package, which updates those notes.',
          { cards }
        )
      ]
}

/** Sentences with gaps have one note type in every package, whichever way the others are asked. */
function asked(entries: LedgerEntry[], before: LedgerForm, form: LedgerForm): LedgerEntry[] {
  const arePackages = before.startsWith('package') && form.startsWith('package')
  return arePackages ? entries.filter(({ kind }) => kind !== 'cloze') : entries
}

/** Of cards that were taken over from `anki_cards.json`, and not from here all written anew. */
function unknownWarnings(entries: LedgerEntry[], { style }: Ledger): Said[] {
  if (style?.key === '' || entries.every(({ hash }) => hash !== '')) return []
  return [
    say(
      'These cards were taken over from anki_cards.json, which does not say in which form Anki has them. Go on as before: with the package or the text file, and with cards asked one way or both ways as they were. Others Anki reports as conflicting and leaves as they are.'
    )
  ]
}

function someOf(some: number, all: number): Said {
  return some === all ? say('These cards') : say('{some} of {all} cards', { some, all })
}

function outcomeOf(before: LedgerForm, now: LedgerForm): keyof typeof outcomes | undefined {
  if (before === now) return undefined
  if (now === 'connect') return before === 'text' ? 'double' : undefined
  return before === 'connect' ? 'double' : 'conflict'
}
