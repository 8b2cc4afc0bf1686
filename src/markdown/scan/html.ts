import type { Lines } from './lines.ts'

const names =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t\r\n>]|\/>|$)/iy
const verbatim = /<(?:script|pre|style|textarea)(?=[ \t\r\n>]|$)/iy
const verbatimEnd = /<\/(?:script|pre|style|textarea)>/gi
const name = /<\/?[A-Za-z][A-Za-z0-9-]*(?=[ \t\r\n>/]|$)/y
const wholeTag =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][A-Za-z0-9_.:-]*(?:[ \t]*=[ \t]*(?:"[^"\n\r]*"|'[^'\n\r]*'|[^ \t"'=<>`/\n\r]+))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*)>/y

/**
 * Which of CommonMark's seven kinds of HTML a line with `<` in front begins: 1 to 5 go on to an end of their own,
 * 6 and 7 to a blank line. 0 for none, undefined where that is not certain.
 */
export function htmlKind(lines: Lines): 0 | 1 | 2 | 3 | 4 | 6 | 7 | undefined {
  const { text, first, end } = lines
  if (text.startsWith('<!--', first)) return 2
  if (text.startsWith('<?', first)) return 3
  if (text.startsWith('<!', first)) {
    if (text.startsWith('[', first + 2)) return undefined
    return /[A-Za-z]/.test(text.charAt(first + 2)) ? 4 : 0
  }
  if (isAt(verbatim, text, first)) return 1
  if (isAt(names, text, first)) return 6
  if (!isAt(name, text, first)) return 0
  if (isAt(wholeTag, text, first)) return lines.isBlankFrom(wholeTag.lastIndex) ? 7 : 0
  return text.slice(first, end).includes('>') ? undefined : 0
}

/** Goes to the last line of HTML of a kind; false where nothing ends it. */
export function findHtmlEnd(lines: Lines, kind: 1 | 2 | 3 | 4 | 6 | 7): boolean {
  const { text, first } = lines
  if (kind < 6) {
    const end = closerOf(text, first, kind)
    if (end < 0) return false
    while (lines.next <= end) lines.read(lines.next)
    return true
  }
  let last = lines.start
  while (lines.next < text.length) {
    lines.read(lines.next)
    if (lines.isBlank) break
    last = lines.start
  }
  lines.read(last)
  return true
}

/** Whether comments stand in HTML, which the parser takes out; one that is all of it stays. */
export function holdsComments(html: string): boolean {
  if (!/%%|<!--/.test(html)) return false
  const isComment = html.startsWith('<!--') && html.indexOf('-->') + 3 === html.trimEnd().length
  return !isComment || html.includes('%%')
}

function closerOf(text: string, first: number, kind: number): number {
  if (kind === 2) return text.indexOf('-->', first + 2)
  if (kind === 3) return text.indexOf('?>', first + 1)
  if (kind === 4) return text.indexOf('>', first + 3)
  verbatimEnd.lastIndex = first + 1
  return verbatimEnd.exec(text)?.index ?? -1
}

function isAt(sign: RegExp, text: string, at: number): boolean {
  sign.lastIndex = at
  return sign.test(text)
}
