import { asciiDigit } from 'micromark-util-character'
import type { Construct, State, Tokenizer } from 'micromark-util-types'
import { codes } from 'micromark-util-symbol'

const comma = 44
const lowerC = 99

/**
 * The begin of a gap, as Anki writes cloze deletions (N3.1). What hides in code, math, HTML or
 * behind a backslash is none.
 *
 * ```markdown
 * > | The {{c1::cell::what?}} lives.
 *         ^^^^^^
 * ```
 */
export const gapOpen: Construct = { name: 'gapOpen', tokenize: tokenizeGapOpen }

/**
 * The end of a gap; without one that is open it is text.
 *
 * ```markdown
 * > | The {{c1::cell::what?}} lives.
 *                          ^^
 * ```
 */
export const gapClose: Construct = { name: 'gapClose', tokenize: tokenizeGapClose }

function tokenizeGapOpen(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let colons = 0
  return start

  function start(code: number | null): State | undefined {
    effects.enter('gapOpen')
    effects.consume(code)
    return brace
  }

  function brace(code: number | null): State | undefined {
    if (code !== codes.leftCurlyBrace) return nok(code)
    effects.consume(code)
    return letter
  }

  function letter(code: number | null): State | undefined {
    if (code !== lowerC) return nok(code)
    effects.consume(code)
    return numberStart
  }

  function numberStart(code: number | null): State | undefined {
    return asciiDigit(code) ? number(code) : nok(code)
  }

  function number(code: number | null): State | undefined {
    if (asciiDigit(code)) {
      effects.consume(code)
      return number
    }
    if (code === comma) {
      effects.consume(code)
      return numberStart
    }
    return separator(code)
  }

  function separator(code: number | null): State | undefined {
    if (code !== codes.colon) return nok(code)
    effects.consume(code)
    if (++colons < 2) return separator
    effects.exit('gapOpen')
    return ok
  }
}

function tokenizeGapClose(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return start

  function start(code: number | null): State | undefined {
    effects.enter('gapClose')
    effects.consume(code)
    return second
  }

  function second(code: number | null): State | undefined {
    if (code !== codes.rightCurlyBrace) return nok(code)
    effects.consume(code)
    effects.exit('gapClose')
    return ok
  }
}
