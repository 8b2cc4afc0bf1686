/** The tags for cards that a line of text names: blanks, commas and semicolons part them. */
export function cardTags(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map(cardTag))].filter((tag) => tag !== '')
}

/** Words by which programs for notes know cards, and their decks: `flashcards`, `flashcards/bio`. */
export const cardMarker = /^(?:flash)?cards?(?:[/-].*)?$/i

/** One tag, without the `#` before it that notes have it with. */
export function cardTag(text: string): string {
  return text.trim().replace(/^#+/, '')
}
