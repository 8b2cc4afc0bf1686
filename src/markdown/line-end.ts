/** How a text ends its lines, by the first of them; LF where there is but one. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
