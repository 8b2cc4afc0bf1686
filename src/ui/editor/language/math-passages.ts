import { lezerParser, withOther } from './lezer-parsers.ts'
import type { PassageEnd } from './math-end.ts'

const code = lezerParser('InlineCode')
const html = lezerParser('HTMLTag')
const destination = /\]\([^\s()]*\)/y
const address = /(?:https?:\/\/|www\.)(?![!-/:-@[-`{-~])[^\s<]*/iy
const beforeAddress = /^[\s*_(~[\]]?$/

/** Code, HTML, addresses and links' destinations: a dollar in them closes no formula (L1.6). */
export const passageEnd: PassageEnd = (paragraph, at, last) => {
  const { text, offset } = paragraph
  const next = text.charCodeAt(at)
  const sign = text.charAt(at)
  if (sign === '`') return last === '`' ? undefined : asked(code)
  if (sign === '<') return asked(html)
  if (sign === ']') return matched(destination)
  return /[hw]/i.test(sign) && beforeAddress.test(last) ? matched(address) : undefined

  function asked(parse: typeof code): number | undefined {
    const unheard = withOther(paragraph, { append: ({ to }: { to: number }) => to })
    const end = parse(unheard, next, at + offset)
    return end < 0 ? undefined : end - offset
  }

  function matched(form: RegExp): number | undefined {
    form.lastIndex = at
    return form.test(text) ? form.lastIndex : undefined
  }
}
