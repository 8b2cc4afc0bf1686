import { unseen } from '../offered/plain-path.ts'

/** Most characters of a name of a file or folder. */
const MOST = 80

/** A name that every system takes for a file or folder. */
export function safeName(name: string, instead: string): string {
  const plain = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- these are the ones that no system takes
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, '-')
    .replace(unseen, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const cut = Array.from(plain).slice(0, MOST).join('').trim()
  return cut === '' || cut === '__proto__' ? instead : cut
}

/** Gives each name a place of its own: folders by the levels of a deck, no two alike in any letters. */
export class Places {
  readonly #taken = new Set<string>()

  /** A path that was not given before, from `stem` and `ending`. */
  free(stem: string, ending: string): string {
    for (let number = 1; ; number++) {
      const path = number === 1 ? stem + ending : `${stem} ${String(number)}${ending}`
      const key = path.toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return path
    }
  }
}

/** The path of a deck without its ending: folders by its levels. */
export function deckStem(deck: string): string {
  const levels = deck.split('::').slice(0, 20)
  return levels.map((level) => safeName(level, 'Deck')).join('/')
}
