/** Elements in which signs are no formulas. */
const code = /(<(pre|code|script|style)\b[\s\S]*?<\/\2\s*>)/i

const marks = /<\/?(?:b|strong|i|em|u|s|del|ins|mark|sub|sup|a|font)\b[^>]*>/gi
const markedCode =
  /<(b|strong|i|em|u|s|del|ins|mark|sub|sup|a|font)\b[^>]*>(?:(?!<\/\1\s*>)[\s\S])*?<pre\b/i

/**
 * HTML of a field of Anki as a page would have it: formulas as MathJax writes them, sounds as media.
 * A heading would end the chapter, and the card with it: it is a line in bold.
 */
export function pageHtml(field: string): string {
  if (!/[\\[]|<(?:h[1-6]|pre)\b/i.test(field)) return field
  // A mark reaches over no block of code.
  const plain = markedCode.test(field) ? field.replace(marks, '') : field
  const parts = plain.split(code)
  // Each match gives three parts: text, the element, its name.
  return parts
    .map((part, at) => (at % 3 === 0 ? pagePart(part) : at % 3 === 1 ? part : ''))
    .join('')
}

function pagePart(html: string): string {
  return html
    .replace(/<h[1-6]\b[^>]*>/gi, '<p><b>')
    .replace(/<\/h[1-6]\s*>/gi, '</b></p>')
    .replace(/\[sound:([^\]<>"]+)\]/gi, (_, name: string) => `<img src="${name.trim()}">`)
    .replace(/\\\(([\s\S]*?)\\\)/g, (all, tex: string) => formula(all, tex, false))
    .replace(/\\\[([\s\S]*?)\\\]/g, (all, tex: string) => formula(all, tex, true))
    .replace(/\[\$\$\]([\s\S]*?)\[\/\$\$\]/gi, (all, tex: string) => formula(all, tex, true))
    .replace(/\[\$\]([\s\S]*?)\[\/\$\]/gi, (all, tex: string) => formula(all, tex, false))
    .replace(/\[latex\]([\s\S]*?)\[\/latex\]/gi, (all, tex: string) => latex(all, tex))
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
