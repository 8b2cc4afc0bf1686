const most = 240

/** The beginning of a text on one line, enough for a row of a list. */
export function oneLine(text: string): string {
  return text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
}

/** A place in words: `cells.md:12`. */
export function placeOf(path: string, line: number): string {
  return `${path}:${line}`
}
