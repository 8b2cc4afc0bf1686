import { say, type Said } from '../../../say/say.ts'
import type { ExportInput } from '../../contract.ts'
import { deckName, deckNamer, isNumeric, rootDeck } from './deck-name.ts'

/** The names that Anki gets for the decks of a project, and where they had to change. */
export class DeckNames {
  readonly #root: string
  readonly #nameOf: (name: string) => string
  readonly #given = new Map<string, string>()

  constructor({ settings }: Pick<ExportInput, 'settings'>) {
    this.#root = rootDeck(settings?.deck)
    this.#nameOf = deckNamer(this.#root)
  }

  /** Anki's name for a deck; to be asked for in the order of the cards. */
  nameOf(deck: string): string {
    const given = this.#given.get(deck) ?? this.#nameOf(deck)
    this.#given.set(deck, given)
    return given
  }

  /** Anki's names for the decks so far. */
  get names(): string[] {
    return [...new Set(this.#given.values())]
  }

  /** Says which of the names so far had to change so that Anki takes them: nothing does in silence. */
  notes(): Said[] {
    return [...this.#given].flatMap(([name, given]) => {
      if (isNumeric(name.trim())) {
        return say('Anki takes a bare number for the id of a deck, so the cards go to “{given}”.', {
          given
        })
      }
      const meant = deckName(name, this.#root)
      if (meant === given) return []
      return say('To Anki “{meant}” and “{given}” are one deck, so the cards go to “{given}”.', {
        meant,
        given
      })
    })
  }
}

/** Of all cards of a project. */
export function deckNames(input: ExportInput): DeckNames {
  const names = new DeckNames(input)
  for (const deck of new Set(input.compilation.cards.map(({ deck }) => deck))) names.nameOf(deck)
  return names
}
