/** A top-level element of the preview, and the line of the source that it came from. */
export interface Piece {
  html: string
  /** Counts from 1; 0 where the element stands for no place in the source. */
  line: number
  /** Number of the captured block; 0 where it is none. */
  block: number
}

const tag = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--[\s\S]*?-->/gi
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const attributes = [
  ['line', /^(\s*<[a-z][a-z0-9-]*(?:"[^"]*"|[^">])*?) data-line="(\d+)"/],
  ['block', /^(\s*<[a-z][a-z0-9-]*(?:"[^"]*"|[^">])*?) data-block="(\d+)"/]
] as const

/**
 * Cuts well-formed HTML, as our serialiser writes it, into its top-level elements, each with the
 * text before it. Numbers of lines and blocks are taken out of the HTML: a piece that only moved
 * stays equal, and the page replaces only pieces that changed.
 */
export function cutHtml(html: string): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let start = 0
  for (const match of html.matchAll(tag)) {
    const [text, slash, name] = match
    if (name === undefined) continue
    if (slash) depth -= 1
    else if (!empty.has(name.toLowerCase())) depth += 1
    if (depth > 0) continue
    const end = match.index + text.length
    pieces.push(takePlace(html.slice(start, end)))
    start = end
  }
  const rest = html.slice(start)
  if (rest.trim()) pieces.push(takePlace(rest))
  return pieces
}

function takePlace(html: string): Piece {
  const piece = { html, line: 0, block: 0 }
  for (const [name, attribute] of attributes) {
    piece[name] = Number(attribute.exec(piece.html)?.[2] ?? 0)
    piece.html = piece.html.replace(attribute, '$1')
  }
  return piece
}
