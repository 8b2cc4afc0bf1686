/** More of a passage than this is not shown: characters. */
const most = 2000

/** A stretch of a text with the rest of its lines, and one line before and after. */
export function passageAround(
  text: string,
  { start, end }: { start: number; end: number }
): { before: string; found: string; after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1)
  const from = lineStart <= 0 ? 0 : text.lastIndexOf('\n', lineStart - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const next = lineEnd < 0 ? -1 : text.indexOf('\n', lineEnd + 1)
  const to = lineEnd < 0 || next < 0 ? text.length : next
  const found = text.slice(start, end)
  return {
    before: text.slice(Math.max(from, start - most), start).replace(/^\s*\n/, ''),
    found: found.length > most ? `${found.slice(0, most)} …` : found,
    after: text.slice(end, Math.min(to, end + most))
  }
}
