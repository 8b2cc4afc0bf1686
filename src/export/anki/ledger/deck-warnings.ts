import { say, type Said } from '../../../say/say.ts'
import type { ExportInput } from '../../contract.ts'
import { deckName } from '../deck/deck-name.ts'

/** What to know where the project's deck has another name than at the last export. */
export function deckWarnings({
  settings,
  ledger
}: Pick<ExportInput, 'settings' | 'ledger'>): Said[] {
  const [before, now] = [ledger?.deck, deckName(settings?.deck ?? '')]
  if (before === undefined || before === now) return []
  return [
    say(
      'At the last export the deck was “{before}”. Anki leaves cards where they are, so only new ones go to “{now}”: give the deck one name, here in the settings or there.',
      { before, now }
    )
  ]
}
