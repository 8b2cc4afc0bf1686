import type { InlineContext } from '@lezer/markdown'

const backslash = 92
const leftBracket = 91
const rightBracket = 93

const known = new WeakMap<InlineContext, ReadonlySet<number>>()

/**
 * Whether the bracket that closes just before a place stands in other brackets, and these are
 * followed by an address or a label, as those of links and images are.
 */
export function isInLinkText(context: InlineContext, at: number): boolean {
  let closers = known.get(context)
  if (!closers) known.set(context, (closers = closersInLinkText(context.text)))
  return closers.has(at - context.offset - 1)
}

/** All in two walks through the text: to look ahead from each tag takes minutes in a long line. */
function closersInLinkText(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  const around: number[] = []
  for (const at of bracketsOf(text).reverse()) {
    if (text.charCodeAt(at) === leftBracket) {
      around.pop()
      continue
    }
    const outer = around.at(-1)
    if (outer !== undefined && leadsOn.test(text.slice(outer + 1, outer + 3))) found.add(at)
    around.push(at)
  }
  return found
}
const leadsOn = /^(?:\(|\[[^\]])/

function bracketsOf(text: string): number[] {
  const brackets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const next = text.charCodeAt(at)
    if (next === backslash) at++
    else if (next === leftBracket || next === rightBracket) brackets.push(at)
  }
  return brackets
}
