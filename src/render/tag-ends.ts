const gap = /[\s/]*/y
const attribute = /=?[^\s/>=]*/y
const equals = /\s*=\s*/y
const value = /"[^"]*"|'[^']*'|(?!["'])[^\s>]*/y

/** Where a tag ends whose name ends at a place, as parsers of HTML read attributes; 0 if it never does. */
export function endOfTag(html: string, from: number): number {
  let at = from
  for (;;) {
    at = after(gap, html, at) ?? at
    if (at >= html.length) return 0
    if (html.charAt(at) === '>') return at + 1
    at = after(attribute, html, at) ?? at
    const afterEquals = after(equals, html, at)
    if (afterEquals === undefined) continue
    const next = after(value, html, afterEquals)
    if (next === undefined) return 0
    at = next
  }
}

/** Where a match that begins at a place ends. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Where the last end tag of each element begins, by its name in small letters. */
export function lastEndTags(html: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { 1: name = '', index } of html.matchAll(/<\/([a-z][^\s/>]*)/gi)) {
    last.set(name.toLowerCase(), index)
  }
  return last
}

/** Where the end tag of an element begins that holds characters alone; the end where there is none. */
export function endTagOf(name: string, html: string, from: number): number {
  const closer = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closer.lastIndex = from
  return closer.exec(html)?.index ?? html.length
}
