import type { InlineContext } from '@lezer/markdown'
import { tagAt } from './tag-at.ts'

/**
 * Where what binds tighter than math ends, if it begins at a place of a paragraph's text. `last` is
 * the character before, empty if that is escaped.
 */
export type PassageEnd = (paragraph: InlineContext, at: number, last: string) => number | undefined

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
  passageEnd?: PassageEnd
): number | undefined {
  const { text } = paragraph
  if (text[start - 1] === '$' && !isEscaped(text, start - 1)) return undefined
  const size = dollarsAt(text, start)
  if (size > 2 || (size === 1 && isBlank(text[start + 1]))) return undefined
  const known = closerless.get(paragraph) ?? new Map<number, number>()
  closerless.set(paragraph, known)
  if (start < (known.get(size) ?? 0)) return undefined
  let isEmpty = true
  let last = '$'
  let depth = 0
  let afterCommand = false
  let at = start + size
  while (at < text.length) {
    const sign = text.charAt(at)
    const run = dollarsAt(text, at)
    if (run > 0) {
      const isSound = size === 2 || (!isBlank(last) && !/\d/.test(text[at + run] ?? ''))
      if (run === size && !isEmpty && isSound) return at + run
      if (size === 1 && run === 1) return undefined
    }
    const end = depth === 0 ? passageEnd?.(paragraph, at, last) : undefined
    const tag = tagIn(text, at, end ?? at + 1)
    if (tag !== undefined) {
      at = tag
      break
    }
    escape.lastIndex = at
    const [escaped = '', command] = escape.exec(text) ?? []
    if (sign === '{' && (afterCommand || depth > 0)) depth++
    else if (sign === '}' && depth > 0) depth--
    afterCommand = sign === '}' || command !== undefined
    last = end === undefined && (escaped === '' || command) ? text.charAt(at) : ''
    if (!isBlank(sign)) isEmpty = false
    at = end ?? at + Math.max(run, escaped.length, 1)
  }
  known.set(size, at)
  return undefined
}

/** A command, or an escaped sign; a bracket may be a tag's. */
const escape = /\\(?:([a-z]+)|[!-/:-@\\-`{-~])/iy

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
