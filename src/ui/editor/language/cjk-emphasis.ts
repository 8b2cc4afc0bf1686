import { Strikethrough, type InlineParser, type MarkdownConfig } from '@lezer/markdown'
import { lezerParser, withOther } from './lezer-parsers.ts'

const underscore = 95
/** `*`, `_` and `~`. */
const delimiters = [42, underscore, 126]

const cjk = '[\\p{scx=Han}\\p{scx=Hang}\\p{scx=Hira}\\p{scx=Kana}\\uff01-\\uffee]'
const endsInCjk = new RegExp(`${cjk}[\\ufe00-\\ufe0e\\u{e0100}-\\u{e01ef}]?$`, 'u')
const beginsInCjk = new RegExp(`^${cjk}`, 'u')
const foreignMark = /^[\p{P}\p{S}]$/u

type Parse = InlineParser['parse']

/**
 * A parser of delimiters for which punctuation of Chinese, Japanese and Korean is like a letter, and
 * any of their signs beside other punctuation like such a one: it is shown letters and dots instead.
 */
function besideCjk(parse: Parse): Parse {
  return (context, next, at) => {
    if (!delimiters.includes(next)) return -1
    let end = at
    while (context.char(end) === next) end++
    const before = context.slice(Math.max(context.offset, at - 4), at)
    const after = context.slice(end, end + 2)
    const isBefore = endsInCjk.test(before)
    const isAfter = beginsInCjk.test(after)
    if (next === underscore || (!isBefore && !isAfter)) return parse(context, next, at)
    const left = before.slice(-1)
    const right = after.slice(0, 1)
    const slice = (from: number): string => {
      if (from < at) return isBefore ? like(isAfter, right) : left
      return isAfter ? like(isBefore, left) : right
    }
    return parse(withOther(context, { slice }), next, at)
  }
}

function like(isCjk: boolean, other: string): string {
  return !isCjk && foreignMark.test(other) ? '.' : 'a'
}

/** Emphasis and struck out text as our parser reads them; underscores are as ever. */
export const cjkEmphasis: MarkdownConfig = {
  ...Strikethrough,
  parseInline: [
    { name: 'Emphasis', parse: besideCjk(lezerParser('Emphasis')) },
    ...(Strikethrough.parseInline ?? []).map((parser) => ({
      ...parser,
      parse: besideCjk((...about) => parser.parse(...about))
    }))
  ]
}
