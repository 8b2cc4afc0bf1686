/** The tags for cards that a line of text names: blanks, commas and semicolons part them. */
export function cardTags(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map(cardTag))].filter((tag) => tag !== '')
}

/** One tag, without the `#` before it that notes have it with. */
export function cardTag(text: string): string {
  return text.trim().replace(/^#+/, '')
}
