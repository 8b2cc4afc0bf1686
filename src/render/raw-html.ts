import { htmlTagNames } from 'html-tag-names'

/** A tag in raw HTML: offsets into it. */
export interface HtmlTag {
  start: number
  end: number
  /** In small letters where HTML knows it, else as written. */
  name: string
  isCloser: boolean
}

/** A piece of raw HTML, read. */
export interface ReadHtml {
  /** The same to a parser of HTML, but that what is no tag stands there as text. */
  html: string
  /** Tags of elements that HTML knows. */
  tags: HtmlTag[]
  /** Tags of elements that it does not know: text. */
  unknown: HtmlTag[]
}

/** Drafts that no edition of the standard has, and no browser: `git <command>` means a word. */
const drafts = ['command', 'content', 'element', 'image', 'rbc', 'shadow']
const known = new Set(htmlTagNames.filter((name) => !drafts.includes(name)))
/** Elements that bring names of their own. */
const foreign = new Set(['math', 'svg'])
/** Elements that hold characters and no tags. */
const verbatim = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' ')
)

const mark =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*(?:>|$)|<(\/?)([a-z][^\s/>]*)|<[/!]/gi

/** What CommonMark takes for a tag; a parser of HTML takes more. */
const wellFormed =
  /<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z\d-]*\s*>/iy

/**
 * Reads the raw HTML of a document piece by piece, in order. An element that HTML does not know is
 * text (`vector<int>`, `<ESC>`), and so is a tag that never ends: a parser would drop both, and what
 * stands in them. Comments and the like stay hidden. Within drawings and formulas every name is known.
 */
export class RawHtml {
  #around: { name: string; depth: number } | undefined

  read(source: string): ReadHtml {
    const tags: HtmlTag[] = []
    const unknown: HtmlTag[] = []
    let html = ''
    let from = 0
    const put = (start: number, end: number, text: string): void => {
      html += source.slice(from, start) + text
      from = end
    }
    const lastEnd = source.lastIndexOf('>')
    mark.lastIndex = 0
    for (let found = mark.exec(source); found; found = mark.exec(source)) {
      const [whole, slash, written] = found
      const start = found.index
      if (written === undefined) {
        if (whole.length === 2) put(start, start + 1, '&lt;')
        // A parser would end these at their first `>`.
        else if (/^<(?:\?|!\[)/.test(whole)) put(start, start + whole.length, '')
        continue
      }
      const name = written.toLowerCase()
      const isKnown = known.has(name) || this.#around !== undefined
      const end = isKnown && start < lastEnd ? endOfTag(source, start + whole.length) : 0
      if (end > 0) {
        const tag = { start, end, name, isCloser: slash !== '' }
        tags.push(tag)
        this.#pass(tag, source)
        mark.lastIndex = tag.isCloser || !verbatim.has(name) ? end : closerAt(source, end, name)
        continue
      }
      wellFormed.lastIndex = start
      const tag = wellFormed.exec(source)?.[0]
      put(start, start + (tag ?? '<').length, escaped(tag ?? '<'))
      mark.lastIndex = from
      if (!isKnown) {
        const end = start + (tag ?? whole).length
        unknown.push({ start, end, name: written, isCloser: slash !== '' })
      }
    }
    return { html: html + source.slice(from), tags, unknown }
  }

  #pass({ name, isCloser, end }: HtmlTag, source: string): void {
    const isWhole = source.charAt(end - 2) === '/'
    if (!this.#around) {
      if (foreign.has(name) && !isCloser && !isWhole) this.#around = { name, depth: 1 }
      return
    }
    if (name !== this.#around.name || isWhole) return
    this.#around.depth += isCloser ? -1 : 1
    if (this.#around.depth === 0) this.#around = undefined
  }
}

/** Whether raw HTML within a line is the tag of an element that HTML does not know. */
export function isUnknownTag(html: string): boolean {
  return new RawHtml().read(html).unknown.length > 0
}

const gap = /[\s/]*/y
const attribute = /=?[^\s/>=]*/y
const equals = /\s*=\s*/y
const value = /"[^"]*"|'[^']*'|(?!["'])[^\s>]*/y

/** Where a tag ends whose name ends at a place, as parsers of HTML read attributes; 0 if it never does. */
function endOfTag(html: string, from: number): number {
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

/** Where the end tag of an element begins that holds characters alone. */
function closerAt(html: string, from: number, name: string): number {
  const closer = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closer.lastIndex = from
  return closer.exec(html)?.index ?? html.length
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
