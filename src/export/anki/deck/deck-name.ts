import { defaultSettings } from '../../../document/settings.ts'
import { cleanText } from '../../../render/clean-text.ts'

/** The root deck where a project names none (L3.4). */
const DEFAULT_DECK = defaultSettings.deck
/** Each level is a deck of its own in Anki, and holds the names of all above it. */
const MOST_LEVELS = 50
/** In UTF-16 units, of a level. */
const LONGEST_LEVEL = 500

/**
 * A deck name that Anki takes as meant (A5): levels between `::` trimmed, empty ones and control
 * characters gone. A bare number would be read as a deck's id, so it goes below `root`; a name of
 * which nothing is left becomes `root`. Levels below the fiftieth, and letters of a level behind
 * the five hundredth, are left out.
 */
export function deckName(name: string, root: string = DEFAULT_DECK): string {
  const levels = cleanText(name)
    .normalize('NFC')
    .split('::')
    .map((level) => cut(level.replace(/\p{Cc}+/gu, ' ').trim()))
    .filter((level) => level !== '')
    .slice(0, MOST_LEVELS)
  const joined = levels.join('::')
  if (joined === '') return root
  return isNumeric(joined) ? `${root}::${joined}` : joined
}

/** A level that is not longer than it may be, and ends with a whole character. */
function cut(level: string): string {
  if (level.length <= LONGEST_LEVEL) return level
  return level
    .slice(0, LONGEST_LEVEL)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** Whether Anki would take the whole name for a number. */
export function isNumeric(name: string): boolean {
  return /^[+-]?\d+$/.test(name)
}

/** The root for bare numbers: the project's own deck, unless that is such a number itself. */
export function rootDeck(projectDeck: string | undefined): string {
  const name = deckName(projectDeck ?? DEFAULT_DECK)
  return name.split('::')[0] === DEFAULT_DECK ? DEFAULT_DECK : name
}

/**
 * `deckName` for all the names of a deck, taken in the order of its cards. Anki tells no two decks
 * apart by upper and lower case alone: a package that holds both gets one as `name_`. The way in which
 * a level is written first is kept for all.
 */
export function deckNamer(root: string): (name: string) => string {
  const spellings = new Map<string, string>()
  return (name) => {
    let key = ''
    return deckName(name, root)
      .split('::')
      .map((level) => {
        key += `::${foldCase(level)}`
        const spelling = spellings.get(key) ?? level
        spellings.set(key, spelling)
        return spelling
      })
      .join('::')
  }
}

/** By way of lower and upper case, so that ẞ, ß and SS are one. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase()
}
