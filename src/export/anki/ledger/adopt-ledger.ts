import type { Card } from '../../../document/model.ts'
import { mergeTypes } from './foreign-note.ts'
import { identifyCards } from './identify-cards.ts'
import type { Ledger } from './ledger.ts'
import { entriesIn, mergeForms, newer, newerStyle } from './merge-ledgers.ts'

/** What a project's ledger becomes by an earlier export, and what that is for its cards. */
export interface Adoption {
  ledger: Ledger
  /** Cards of the project that the earlier export knows. */
  found: number
  /** Of these, those that get another guid than they have now. */
  learned: number
  /** Of these, those that were exported from here under another guid. */
  moved: number
}

/**
 * Takes the guids of an earlier export into a project's ledger. A card that both know keeps what
 * was exported last; one that the earlier export does not know keeps what it has (A4).
 */
export function adoptLedger(cards: Card[], own: Ledger | undefined, earlier: Ledger): Adoption {
  const ours = new Map(identifyCards(cards, own).map(({ card, before }) => [card, before?.guid]))
  const found = identifyCards(cards, earlier).filter(({ before }) => before)
  const meant = new Map(found.map(({ card, guid }) => [card, guid]))
  const learned = found.filter(({ card, guid }) => ours.get(card) !== guid)
  const moved = learned.filter(({ card }) => ours.get(card) !== undefined)

  const forms = own ? mergeForms(own, earlier) : earlier.forms
  const ownEntries = own ? entriesIn(forms, own) : []
  const known = new Map(ownEntries.map((entry) => [entry.guid, entry]))
  const entries = entriesIn(forms, earlier).map((entry) =>
    newer(known.get(entry.guid) ?? entry, entry)
  )
  const theirs = new Set(entries.map(({ guid }) => guid))
  const given = new Set(moved.map(({ card }) => ours.get(card)))
  let rest = ownEntries.filter(({ guid }) => !theirs.has(guid) && !given.has(guid))
  const style = newerStyle(earlier, own)
  const deck = own?.deck ?? earlier.deck
  const types = mergeTypes(own?.types, earlier.types)
  for (;;) {
    const ledger: Ledger = {
      version: 1,
      forms,
      ...(style && { style }),
      ...(deck !== undefined && { deck }),
      ...(types && { types }),
      entries: [...entries, ...rest]
    }
    // One of ours that is still likelier for a card than the one that is meant.
    const strays = new Set(
      identifyCards(cards, ledger)
        .filter(({ card, guid }) => meant.has(card) && meant.get(card) !== guid)
        .map(({ guid }) => guid)
    )
    const left = rest.filter(({ guid }) => !strays.has(guid))
    if (left.length === rest.length) {
      return { ledger, found: found.length, learned: learned.length, moved: moved.length }
    }
    rest = left
  }
}
