/** Code with one grave accent on each side, as most is written. */
const code = /`([^`\s](?:[^`]*[^`\s])?)`(?!`)/y

/** What the code that begins at a grave accent says, and where it ends; undefined where that is not certain. */
export function codeAt(text: string, at: number): { value: string; end: number } | undefined {
  code.lastIndex = at
  const [, value] = code.exec(text) ?? []
  // Blanks around the end of a line may be of the paragraph.
  if (value === undefined || /\n[ \t]/.test(value)) return undefined
  return { value, end: code.lastIndex }
}
