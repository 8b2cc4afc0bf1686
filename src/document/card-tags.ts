/** The tags for cards that a line of text names: blanks, commas and semicolons part them. */
export function cardTags(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((tag) => tag !== ''))]
}
