import { hidden } from './mask.ts'

/** What only the parser can tell: escapes, formulas, addresses, footnotes. */
const unsure = /[\\$@]|\^\[/
/** Brackets that are no link, and HTML. */
const marks = /[[\]]|<[a-z/!?]/i
const address = /:\/\/|www\.|https?:|mailto:|xmpp:/i
const link = /!?\[[^[\]]*\]\([^\s()<>`]*(?:[ \t]+"[^"()`\r\n]*")?\)/g

/**
 * Hides code, links and pictures in a plain paragraph (`isPlain`) as its tree would say it; undefined where
 * only the tree tells. There, what stands between brackets and behind them is one link, and no more binds.
 */
export function plainMask(source: string): string | undefined {
  if (unsure.test(source)) return undefined
  const masked = withoutLinks(withoutCode(source))
  return masked === undefined || marks.test(masked) || address.test(masked) ? undefined : masked
}

/** Code binds before links do, but not where it begins behind the brackets of one. */
function withoutLinks(source: string | undefined): string | undefined {
  return source?.replace(link, (found) => hidden.repeat(found.length))
}

/** A run of backticks is closed by the next one of its length; else it is no code. */
function withoutCode(source: string): string | undefined {
  if (!source.includes('`')) return source
  if (/\]\([^\s()]*`/.test(source)) return undefined
  const runs = [...source.matchAll(/`+/g)]
  let masked = ''
  let from = 0
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at]
    const size = open?.[0].length
    const end = runs.findIndex((run, other) => other > at && run[0].length === size)
    const close = runs[end]
    if (!open || !close) continue
    const to = close.index + close[0].length
    masked += source.slice(from, open.index) + hidden.repeat(to - open.index)
    from = to
    at = end
  }
  return masked + source.slice(from)
}
