import { lezerParser, withOther } from './lezer-parsers.ts'
import type { Passages } from './math-end.ts'

const code = lezerParser('InlineCode')
const html = lezerParser('HTMLTag')
const destination = /\]\([^\s()]*\)/y
const address =
  /(?:https?:\/\/|www\.)(?![!-/:-@[-`{-~])[^\s<\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65‘’“”…]*/iy
const beforeAddress = /^[\s*_(~[\]]?$/

/** A command, or an escaped sign; a bracket may be a tag's. */
const escape = /\\(?:([a-z]+)|[!-/:-@\\-`{-~])/iy

/**
 * Code, HTML, addresses and links' destinations: a dollar in them closes no formula (L1.6). In the
 * braces of a command all is TeX.
 */
export const passages: Passages = (paragraph) => {
  const { text, offset } = paragraph
  let last = '$'
  let depth = 0
  let afterCommand = false
  return (at) => {
    const sign = text.charAt(at)
    const end = depth === 0 ? passageEnd(at, sign) : undefined
    escape.lastIndex = at
    const [escaped, command] = escape.exec(text) ?? []
    if (sign === '{' && (afterCommand || depth > 0)) depth++
    else if (sign === '}' && depth > 0) depth--
    afterCommand = sign === '}' || command !== undefined
    last = end === undefined && (escaped === undefined || command) ? sign : ''
    return end ?? (escaped === undefined ? undefined : at + escaped.length)
  }

  /** Where a passage ends that begins at a place. */
  function passageEnd(at: number, sign: string): number | undefined {
    if (sign === '`') return last === '`' ? undefined : asked(code, at)
    if (sign === '<') return asked(html, at)
    if (sign === ']') return matched(destination, at)
    return /[hw]/i.test(sign) && beforeAddress.test(last) ? matched(address, at) : undefined
  }

  function asked(parse: typeof code, at: number): number | undefined {
    const unheard = withOther(paragraph, { append: ({ to }: { to: number }) => to })
    const end = parse(unheard, text.charCodeAt(at), at + offset)
    return end < 0 ? undefined : end - offset
  }

  function matched(form: RegExp, at: number): number | undefined {
    form.lastIndex = at
    return form.test(text) ? form.lastIndex : undefined
  }
}
