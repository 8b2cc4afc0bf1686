/** Elements in which signs are no formulas. */
const beginOfCode = /<(pre|code|script|style)\b/gi

const marks = /<\/?(?:b|strong|i|em|u|s|del|ins|mark|sub|sup|a|font)\b[^>]*>/gi
const markOrCode = /<(\/?)(b|strong|i|em|u|s|del|ins|mark|sub|sup|a|font|pre)\b/gi

/**
 * HTML of a field of Anki as a page would have it: formulas as MathJax writes them, sounds as media.
 * A heading would end the chapter, and the card with it: it is a line in bold.
 */
export function pageHtml(field: string): string {
  if (!/[\\[]|<(?:h[1-6]|pre)\b/i.test(field)) return field
  // A mark reaches over no block of code.
  const plain = marksCode(field) ? field.replace(marks, '') : field
  let html = ''
  let from = 0
  for (const { start, end } of codeIn(plain)) {
    html += pagePart(plain.slice(from, start)) + plain.slice(start, end)
    from = end
  }
  return html + pagePart(plain.slice(from))
}

/** Whether a block of code begins before a mark is closed. */
function marksCode(html: string): boolean {
  const open = new Set<string>()
  for (const [, slash, name = ''] of html.matchAll(markOrCode)) {
    const mark = name.toLowerCase()
    if (slash !== '') open.delete(mark)
    else if (mark !== 'pre') open.add(mark)
    else if (open.size > 0) return true
  }
  return false
}

/** Where blocks and stretches of code stand, from the begin of the first tag to the end of the last. */
function codeIn(html: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const endless = new Set<string>()
  beginOfCode.lastIndex = 0
  for (let begin = beginOfCode.exec(html); begin; begin = beginOfCode.exec(html)) {
    const name = (begin[1] ?? '').toLowerCase()
    if (endless.has(name)) continue
    const closer = new RegExp(`</${name}\\s*>`, 'gi')
    closer.lastIndex = beginOfCode.lastIndex
    // What is not closed from here on is not closed from later on.
    if (!closer.test(html)) endless.add(name)
    else found.push({ start: begin.index, end: (beginOfCode.lastIndex = closer.lastIndex) })
  }
  return found
}

function pagePart(html: string): string {
  let page = html
    .replace(/<h[1-6]\b[^>]*>/gi, '<p><b>')
    .replace(/<\/h[1-6]\s*>/gi, '</b></p>')
    .replace(/\[sound:([^[\]<>"]+)\]/gi, (_, name: string) => `<img src="${name.trim()}">`)
  page = between(page, '\\(', '\\)', (all, tex) => formula(all, tex, false))
  page = between(page, '\\[', '\\]', (all, tex) => formula(all, tex, true))
  page = between(page, '[$$]', '[/$$]', (all, tex) => formula(all, tex, true))
  page = between(page, '[$]', '[/$]', (all, tex) => formula(all, tex, false))
  return between(page, '[latex]', '[/latex]', latex)
}

/** Puts what `put` gives in the place of each stretch from one sign to the next of another. */
function between(
  html: string,
  opener: string,
  closer: string,
  put: (all: string, inside: string) => string
): string {
  // Letters beyond ASCII could become more of them.
  const small = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  let changed = ''
  let from = 0
  for (;;) {
    const start = small.indexOf(opener, from)
    const end = start < 0 ? -1 : small.indexOf(closer, start + opener.length)
    if (end < 0) return changed + html.slice(from)
    const after = end + closer.length
    changed += html.slice(from, start)
    changed += put(html.slice(start, after), html.slice(start + opener.length, end))
    from = after
  }
}

/** LaTeX of a whole document: formulas in it say themselves so, or it is one. */
function latex(all: string, html: string): string {
  const tex = plain(html)
  const [, shown, inline] = /^(?:\$\$([^$]+)\$\$|\$([^$]+)\$)$/.exec(tex) ?? []
  if (shown !== undefined) return formula(all, shown, true)
  if (inline !== undefined) return formula(all, inline, false)
  const [, inner] =
    /^\\begin\{(?:equation|displaymath|math)\*?\}([\s\S]*)\\end\{\w+\*?\}$/.exec(tex) ?? []
  if (inner !== undefined) return formula(all, inner, true)
  return /\$/.test(tex) ? all : formula(all, tex, /^\\begin\b/.test(tex))
}

function formula(all: string, html: string, shown: boolean): string {
  const tex = plain(html)
  if (tex === '' || /<\/script/i.test(tex)) return all
  return `<script type="math/tex${shown ? '; mode=display' : ''}">${tex}</script>`
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'"
}

/** The text of HTML as it is within formulas: line ends as blanks, no elements. */
function plain(html: string): string {
  return html
    .replace(/<br\b[^>]*>|<\/?(?:div|p)\b[^>]*>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(
      /&(?:(amp|lt|gt|quot|nbsp|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
      (all, name?: string, decimal?: string, hex?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? all
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : all
      }
    )
    .trim()
}
