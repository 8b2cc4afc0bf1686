import { asciiDigit, markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { tagText } from './tag-text.ts'

const dollar = 36
const backslash = 92
const leftBracket = 91

/**
 * Inline math as Pandoc reads it (L1.6): `$…$` with no blank just inside and no digit after the
 * closer, which is the next dollar; `$$…$$` within a paragraph. It never holds a tag.
 *
 * ```markdown
 * > | Euler: $e^{i\pi}$, not $5 or 6$.
 *            ^^^^^^^^^^
 * ```
 */
export const mathText: Construct = {
  name: 'mathText',
  tokenize: tokenizeMathText,
  previous: notAfterDollar
}

function notAfterDollar(this: TokenizeContext, code: number | null): boolean {
  return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
}

/** Where, for a paragraph and a fence size, it is known that no closer follows. */
const closerless = new WeakMap<TokenizeContext, Map<number, number>>()

function tokenizeMathText(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const known = closerless.get(this) ?? new Map<number, number>()
  closerless.set(this, known)
  const begin = this.now().offset
  const now = this.now.bind(this)
  let size = 0
  let closing = 0
  let empty = true
  let blankBefore = false
  return start

  function start(code: number | null): State | undefined {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    return opening(code)
  }

  function opening(code: number | null): State | undefined {
    if (code === dollar) {
      effects.consume(code)
      size++
      return opening
    }
    effects.exit('mathTextSequence')
    if (size > 2 || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    if (begin < (known.get(size) ?? 0)) return nok(code)
    return between(code)
  }

  function between(code: number | null): State | undefined {
    if (code === null) return fail(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      blankBefore = true
      return between
    }
    if (code === leftBracket) return effects.check(tagText, fail, dataStart)(code)
    return code === dollar ? closeStart(code) : dataStart(code)
  }

  function dataStart(code: number | null): State | undefined {
    effects.enter('mathTextData')
    return first(code)
  }

  function first(code: number | null): State | undefined {
    blankBefore = markdownLineEndingOrSpace(code)
    if (!blankBefore) empty = false
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  function escaped(code: number | null): State | undefined {
    return code === backslash || code === dollar ? first(code) && data : data(code)
  }

  function data(code: number | null): State | undefined {
    if (code === null || code === dollar || code === leftBracket || markdownLineEnding(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    return first(code)
  }

  function closeStart(code: number | null): State | undefined {
    closing = 0
    return effects.attempt({ tokenize: tokenizeCloser, partial: true }, done, dollarsAsData)(code)
  }

  function done(code: number | null): State | undefined {
    effects.exit('mathText')
    return ok(code)
  }

  function dollarsAsData(code: number | null): State | undefined {
    // The next dollar closes, or there is no math: `$5 and $6` are prices, whatever comes after.
    if (size === 1 && closing === 1) return nok(code)
    effects.enter('mathTextData')
    return dollarData(code)
  }

  function dollarData(code: number | null): State | undefined {
    if (code === dollar) {
      effects.consume(code)
      return dollarData
    }
    empty = false
    blankBefore = false
    return data(code)
  }

  function fail(code: number | null): State | undefined {
    known.set(size, now().offset)
    return nok(code)
  }

  function tokenizeCloser(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    return function closerStart(code) {
      effects.enter('mathTextSequence')
      return closer(code)
    }

    function closer(code: number | null): State | undefined {
      if (code === dollar) {
        effects.consume(code)
        closing++
        return closer
      }
      effects.exit('mathTextSequence')
      const sound = size === 2 || (!blankBefore && !asciiDigit(code))
      return closing === size && !empty && sound ? ok(code) : nok(code)
    }
  }
}
