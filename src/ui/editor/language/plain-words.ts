import type { InlineParser, MarkdownConfig } from '@lezer/markdown'

const blank = 32
/** As far as Lezer looks for the `@` of a mail address. */
const longestName = 100
/** What may go on behind the first word of an address. */
const joins = /[\w.+\-@:]/

/** Passes over whole words and blanks: asking each parser about each letter is most of what reading takes. */
const plainWords: InlineParser = {
  name: 'PlainWords',
  before: 'Escape',
  parse({ text, offset }, next, at) {
    const start = at - offset
    const isAlike = next > 127 ? isForeign : next === blank ? isBlank : isLetter
    let end = start
    while (isAlike(text.charCodeAt(end))) end++
    if (end === start) return -1
    // Blanks at the end of a line may break it.
    if (next === blank) return text.charAt(end) === '\n' ? -1 : end + offset
    const maybeAddress = isAlike === isLetter && end - start <= longestName
    return maybeAddress && joins.test(text.charAt(end)) ? -1 : end + offset
  }
}

/** Letters and digits of ASCII. */
function isLetter(code: number): boolean {
  const small = code | 32
  return (small > 96 && small < 123) || (code > 47 && code < 58)
}

function isBlank(code: number): boolean {
  return code === blank
}

/** No sign of Markdown is beyond ASCII. */
function isForeign(code: number): boolean {
  return code > 127
}

export const plainWordsSyntax: MarkdownConfig = { parseInline: [plainWords] }
