const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const heading = /^#{1,6}(?:[ \t]|$)/

/**
 * Cuts a text into chunks that can be parsed one by one, from `from` on: one begins at each heading
 * in the first column after a blank line (or after such a heading). No block reaches over such a
 * place but code and HTML that nothing closes. Within a fence that looks open nothing is cut; what
 * only the parser can see, `DocumentParser` puts together again.
 */
export function cutChunks(text: string, from: number): string[] {
  const chunks: string[] = []
  const lines = /([^\r\n]*)(?:\r\n|\n|\r|$)/y
  let start = from
  let open: string | undefined
  let free = true
  for (let at = from; at < text.length; at = lines.lastIndex) {
    lines.lastIndex = at
    const words = lines.exec(text)?.[1] ?? ''
    const isHeading: boolean = free && open === undefined && heading.test(words)
    if (isHeading && at > start) {
      chunks.push(text.slice(start, at))
      start = at
    }
    const mark = fence.exec(words)?.[1]
    if (open === undefined) open = mark
    else if (mark?.startsWith(open) && words.trim() === mark) open = undefined
    free = isHeading || words.trim() === ''
  }
  if (start < text.length) chunks.push(text.slice(start))
  return chunks
}
