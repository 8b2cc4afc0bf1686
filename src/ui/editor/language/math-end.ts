import type { InlineContext } from '@lezer/markdown'
import { tagAt } from './tag-at.ts'

/**
 * Passes over what is read as one within a formula of a paragraph's text: asked about one place after
 * the other, it gives where that ends, or undefined for a sign like others.
 */
export type Passages = (paragraph: InlineContext) => (at: number) => number | undefined

/** Where, for a paragraph and a number of dollars, it is known that no closer follows. */
const closerless = new WeakMap<InlineContext, Map<number, number>>()

/**
 * Where inline math that begins at `start` of a paragraph's text ends, as our parser reads it: `$…$`
 * with no blank just inside and no digit after the closer, which is the next dollar, or `$$…$$`; no
 * dollar in what binds tighter closes, and no tag is in either.
 */
export function mathEnd(
  paragraph: InlineContext,
  start: number,
  passages?: Passages
): number | undefined {
  const { text } = paragraph
  if (text[start - 1] === '$' && !isEscaped(text, start - 1)) return undefined
  const size = dollarsAt(text, start)
  if (size > 2 || (size === 1 && isBlank(text[start + 1]))) return undefined
  if (isOfAnki(text, start, size)) return undefined
  const known = closerless.get(paragraph) ?? new Map<number, number>()
  closerless.set(paragraph, known)
  if (start < (known.get(size) ?? 0)) return undefined
  const pass = passages?.(paragraph)
  let isEmpty = true
  let afterBlank = false
  let at = start + size
  while (at < text.length) {
    const run = dollarsAt(text, at)
    if (run > 0) {
      const isSound = size === 2 || (!afterBlank && !/\d/.test(text[at + run] ?? ''))
      const isCloser = run === size && !isEmpty && isSound && !isOfAnki(text, at, run)
      if (isCloser) return at + run
      if (size === 1 && run === 1) return undefined
    }
    const escaped = text[at] === '\\' && /[\\$]/.test(text[at + 1] ?? '')
    const end = pass?.(at) ?? at + (run || (escaped ? 2 : 1))
    const tag = tagIn(text, at, end)
    if (tag !== undefined) {
      at = tag
      break
    }
    afterBlank = end === at + 1 && isBlank(text[at])
    if (!afterBlank) isEmpty = false
    at = end
  }
  known.set(size, at)
  return undefined
}

/** The dollars of Anki's `[$]`, `[$$]`, `[/$]` and `[/$$]`. */
function isOfAnki(text: string, at: number, size: number): boolean {
  return /[[/]/.test(text[at - 1] ?? '') && text[at + size] === ']'
}

function tagIn(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (tagAt(text, at)) return at
  return undefined
}

function dollarsAt(text: string, at: number): number {
  let end = at
  while (text[end] === '$') end++
  return end - at
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n'
}

function isEscaped(text: string, at: number): boolean {
  return (/\\*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0) % 2 === 1
}
