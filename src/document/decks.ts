import type { Settings } from './model.ts'

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
