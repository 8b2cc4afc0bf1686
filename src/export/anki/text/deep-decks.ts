import { say, type Said } from '../../../say/say.ts'
import type { DeckNames } from '../deck/deck-names.ts'

/** So many levels of a deck Anki does not add at once for a row of a text file; for a package it does. */
const TOO_MANY = 12

/** Says of a deck for which Anki would refuse the whole text file, unless it has the levels already. */
export function deepDeckNotes({ names }: DeckNames): Said[] {
  const decks = names.map((name) => name.split('::'))
  const made = new Set<string>()
  // In the file, too, decks of fewer levels come first.
  for (const levels of decks.sort((one, other) => one.length - other.length)) {
    const paths = levels.map((_, at) => levels.slice(0, at + 1).join('::'))
    const added = paths.filter((path) => !made.has(path))
    if (added.length >= TOO_MANY) {
      return [
        say(
          'The deck “{deck}” has {levels} levels: where Anki does not have most of them yet, it refuses the text file as nested too deeply. Take the package, or fewer levels.',
          { deck: levels.join('::'), levels: levels.length }
        )
      ]
    }
    for (const path of added) made.add(path)
  }
  return []
}
