import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import {
  markdownLineEndingOrSpace,
  unicodePunctuation,
  unicodeWhitespace
} from 'micromark-util-character'
import { isForeignPunctuation } from './foreign-punctuation.ts'

declare module 'micromark-util-types' {
  interface Token {
    /** Of two `==`: whether a highlight may begin, and end, there. */
    _highlightOpens?: boolean
    _highlightCloses?: boolean
  }
}

/**
 * Marked words (N2): two signs, which stand beside words as those of `~~deletions~~` do.
 *
 * ```markdown
 * > | The ==mitochondrion== makes ATP, where a == b.
 *         ^^^^^^^^^^^^^^^^^
 * ```
 */
const highlight: Construct = {
  name: 'highlight',
  tokenize: tokenizeHighlight,
  resolveAll: resolveHighlights
}

export const highlightText: Extension = {
  text: { [codes.equalsTo]: highlight },
  insideSpan: { null: [highlight] }
}

function tokenizeHighlight(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { previous, events } = this
  const isEscaped = events.at(-1)?.[1].type === 'characterEscape'
  let size = 0
  return start

  function start(code: Code): State | undefined {
    if (previous === codes.equalsTo && !isEscaped) return nok(code)
    effects.enter('highlightSequence')
    return sequence(code)
  }

  function sequence(code: Code): State | undefined {
    if (code === codes.equalsTo && size < 2) {
      effects.consume(code)
      size++
      return sequence
    }
    // Three or more of them mark nothing.
    if (size < 2 || code === codes.equalsTo) return nok(code)
    const token = effects.exit('highlightSequence')
    token._highlightOpens = isFlanking(code, previous)
    token._highlightCloses = isFlanking(previous, code)
    return ok(code)
  }
}

/** Whether signs belong to the character on one side of them, given that on the other (CommonMark's rule). */
function isFlanking(beside: Code, other: Code): boolean {
  if (isBlank(beside)) return false
  return !isPunctuation(beside) || isBlank(other) || isPunctuation(other) || isCjk(other)
}

function isBlank(code: Code): boolean {
  return code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)
}

/** Quotation marks and the like of Chinese, Japanese and Korean stand beside signs as words do. */
function isPunctuation(code: Code): boolean {
  return unicodePunctuation(code) && !isForeignPunctuation(code)
}

function isCjk(code: Code): boolean {
  return code !== null && code > 127 && cjk.test(String.fromCharCode(code))
}
const cjk = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u

/** Pairs the sequences; what is left of them is text. */
function resolveHighlights(events: Event[], context: TokenizeContext): Event[] {
  const closers = pairsOf(events)
  const resolved: Event[] = []
  for (let at = 0; at < events.length; at++) {
    const event = events[at]
    if (!event) break
    const [, token] = event
    const closing = closers.get(at)
    if (closing === undefined) {
      if (token.type === 'highlightSequence') token.type = 'data'
      resolved.push(event)
      continue
    }
    const inside = resolveInside(events.slice(at + 2, closing), context)
    const last = events[closing]?.[1] ?? token
    token.type = last.type = 'highlightMark'
    const whole: Token = { type: 'highlight', start: { ...token.start }, end: { ...last.end } }
    resolved.push(
      ['enter', whole, context],
      event,
      ['exit', token, context],
      ...inside,
      ['enter', last, context],
      ['exit', last, context],
      ['exit', whole, context]
    )
    at = closing + 1
  }
  // The parser holds on to this very list.
  events.length = 0
  for (const event of resolved) events.push(event)
  return events
}

/** Of the outermost pairs, where the closer is entered by where the opener is. */
function pairsOf(events: Event[]): Map<number, number> {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (const [at, [what, token]] of events.entries()) {
    if (what !== 'enter' || token.type !== 'highlightSequence') continue
    const opener = token._highlightCloses ? open.pop() : undefined
    if (opener !== undefined) pairs.push([opener, at])
    else if (token._highlightOpens) open.push(at)
  }
  let end = -1
  return new Map(
    pairs
      .toSorted(([one], [other]) => one - other)
      .filter(([from, to]) => {
        if (from < end) return false
        end = to
        return true
      })
  )
}

function resolveInside(events: Event[], context: TokenizeContext): Event[] {
  let resolved = events
  for (const { resolveAll } of context.parser.constructs.insideSpan.null ?? []) {
    resolved = resolveAll?.(resolved, context) ?? resolved
  }
  return resolved
}
