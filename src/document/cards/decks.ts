import type { Settings } from '../model.ts'

/** The deck of a card: one for all, or nested below it by file, or by file and chapter. */
export function deckOf(
  root: string,
  decks: Settings['decks'],
  fileId: string,
  chapterTree: string[]
): string {
  const levels = root.split('::')
  if (decks !== 'one') levels.push(...fileId.split('/'))
  if (decks === 'chapter') levels.push(...chapterTree)
  return joinLevels(levels)
}

/** A deck's name as cards get it: its levels trimmed, each on one line, and empty ones gone. */
export function tidyDeck(name: string): string {
  return joinLevels(name.split('::'))
}

function joinLevels(levels: string[]): string {
  return levels
    .map(deckLevel)
    .filter((level) => level !== '')
    .join('::')
}

/** One level of a deck's name: a single line without Anki's separator. */
function deckLevel(name: string): string {
  return name
    .replace(/:{2,}/g, ':')
    .replace(/^[\s:]+|[\s:]+$/g, '')
    .replace(/\s+/g, ' ')
}
