import type { Settings } from '../../document/model.ts'
import { defaultSettings, tidyDeck } from '../../laegna.ts'
import type { Database } from '../../storage/database.ts'
import { wasExported } from '../../storage/was-exported.ts'
import { isGiven } from './given-names.ts'

/** Where cards go, and what they are marked with. */
export type DeckSettings = Pick<Settings, 'deck' | 'tags'>

/** Deck and tags of a project by its name: the original's where the name is none of its own. */
export function deckByName(name: string): DeckSettings {
  const deck = tidyDeck(name)
  if (deck === '' || isGiven(name)) {
    const { deck, tags } = defaultSettings
    return { deck, tags: [...tags] }
  }
  return { deck, tags: ['laegna'] }
}

/** Whether deck and tags are these. */
export function isSameDeck(one: DeckSettings, other: DeckSettings): boolean {
  return one.deck === other.deck && one.tags.join(' ') === other.tags.join(' ')
}

/**
 * Deck and tags of a project that gets another name; nothing where they stay: somebody chose them, or
 * Anki has cards there already.
 */
export async function deckAfterRename(
  database: Database,
  project: { id: string; name: string; settings: DeckSettings },
  name: string
): Promise<DeckSettings | undefined> {
  const next = deckByName(name)
  if (!isSameDeck(project.settings, deckByName(project.name))) return undefined
  if (isSameDeck(project.settings, next)) return undefined
  return (await wasExported(database, project.id)) ? undefined : next
}
