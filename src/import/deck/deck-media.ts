import { sayCount, type Said } from '../../say/say.ts'
import { mediaKind } from '../../laegna.ts'
import type { ImportedMedium } from '../importer.ts'
import { Places, safeName } from './deck-paths.ts'
import type { ReadDeck } from './read-deck.ts'

/** The media that cards of a deck name: where they come in, and which are not there. */
export class DeckMedia {
  readonly #names: ReadonlySet<string>
  readonly #folder: string
  readonly #places = new Places()
  /** Paths of those that cards name. */
  readonly #paths = new Map<string, string>()
  readonly #missing = new Set<string>()
  readonly #empty = new Set<string>()

  /** `base` is the name of the deck's file: two decks may have pictures of one name. */
  constructor(base: string, names: ReadonlySet<string>) {
    this.#names = names
    this.#folder = `${safeName(base, 'deck')} media`
  }

  /** The address of a medium that a field names, from wherever it is named. */
  readonly placeOf = (address: string): string => {
    const name = [address, decoded(address)].find((one) => this.#names.has(one))
    if (name === undefined || mediaKind(name) === undefined) {
      this.#missing.add(address)
      return address
    }
    const known = this.#paths.get(name)
    if (known !== undefined) return `/${known}`
    const [, stem = name, ending = ''] = /^(.*)(\.[^.]*)$/s.exec(name) ?? []
    const path = this.#places.free(
      `${this.#folder}/${safeName(stem, 'medium')}`,
      ending.toLowerCase()
    )
    this.#paths.set(name, path)
    return `/${path}`
  }

  /** The media that were named so far. */
  async read(readMedia: ReadDeck['readMedia']): Promise<ImportedMedium[]> {
    const read = await readMedia(new Set(this.#paths.keys()))
    const media: ImportedMedium[] = []
    for (const [name, path] of this.#paths) {
      const bytes = read.get(name)
      if (bytes && bytes.length > 0) media.push({ path, bytes })
      else this.#empty.add(name)
    }
    return media
  }

  /** What is not there, each a sentence. */
  sentences(): Said[] {
    const names = [...this.#missing, ...this.#empty]
    const [first] = names
    if (first === undefined) return []
    return [
      sayCount(
        names.length,
        '{first} is named on cards and not in the file: the problem list shows where.',
        '{count} pictures and sounds are named on cards and not in the file, {first} first: the problem list shows where.',
        { first }
      )
    ]
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
