import { codes } from 'micromark-util-symbol'
import {
  asciiAlpha,
  asciiDigit,
  asciiPunctuation,
  markdownLineEnding,
  markdownLineEndingOrSpace
} from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { beginsPassage, passageAt } from './math-passages.ts'
import { tagText } from './tag-text.ts'

/**
 * Inline math as Pandoc reads it (L1.6): `$…$` with no blank just inside and no digit after the
 * closer, which is the next codes.dollarSign; `$$…$$` within a paragraph. A codes.dollarSign in what binds tighter closes
 * nothing, but in the braces of a TeX command all is TeX. It never holds a tag, and the dollars of
 * Anki's `[$]` and `[/$]` are no dollars of ours.
 *
 * ```markdown
 * > | Euler: $e^{i\pi}$, not $5 or 6$.
 *            ^^^^^^^^^^
 * ```
 */
export function mathText(withNotes: boolean): Construct {
  return withNotes ? withNoteLinks : withoutNoteLinks
}

const withNoteLinks = mathTextWith(true)
const withoutNoteLinks = mathTextWith(false)

function mathTextWith(withNotes: boolean): Construct {
  return {
    name: 'mathText',
    tokenize(effects, ok, nok) {
      return tokenizeMathText(this, withNotes, effects, ok, nok)
    },
    previous: notAfterDollar
  }
}

function notAfterDollar(this: TokenizeContext, code: Code): boolean {
  return code !== codes.dollarSign || this.events.at(-1)?.[1].type === 'characterEscape'
}

/** Whether dollars between these are those of `[$]`, `[$$]`, `[/$]` or `[/$$]`: marks of LaTeX in Anki. */
function isOfAnki(before: Code, after: Code): boolean {
  return (
    (before === codes.leftSquareBracket || before === codes.slash) &&
    after === codes.rightSquareBracket
  )
}

/** Where, for a paragraph and a fence size, it is known that no closer follows. */
const closerless = new WeakMap<TokenizeContext, Map<number, number>>()

function tokenizeMathText(
  context: TokenizeContext,
  withNotes: boolean,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const known = closerless.get(context) ?? new Map<number, number>()
  closerless.set(context, known)
  const begin = context.now().offset
  const now = context.now.bind(context)
  const previous = () => context.previous
  const before = previous()
  let size = 0
  let closing = 0
  let empty = true
  let blankBefore = false
  /** What came last, if it was not escaped. */
  let last: Code = codes.dollarSign
  /** Open braces, from those of a command on. */
  let depth = 0
  /** Whether a brace here would be a command's. */
  let afterCommand = false
  let passageEnd = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === codes.dollarSign) {
      effects.consume(code)
      size++
      return opening
    }
    effects.exit('mathTextSequence')
    if (size > 2 || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    if (begin < (known.get(size) ?? 0) || isOfAnki(before, code)) return nok(code)
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return fail(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      blankBefore = true
      last = code
      return between
    }
    if (code === codes.leftSquareBracket) return effects.check(tagText, fail, noTag)(code)
    if (code === codes.dollarSign) return closeStart(code)
    return noTag(code)
  }

  function noTag(code: Code): State | undefined {
    return isPassage(code)
      ? effects.check(passageAt(code, setPassageEnd, withNotes), passageStart, dataStart)(code)
      : dataStart(code)
  }

  function isPassage(code: Code): boolean {
    return depth === 0 && beginsPassage(code, last)
  }

  function setPassageEnd(offset: number): void {
    passageEnd = offset
  }

  function dataStart(code: Code): State | undefined {
    effects.enter('mathTextData')
    return first(code)
  }

  function first(code: Code): State | undefined {
    blankBefore = markdownLineEndingOrSpace(code)
    if (!blankBefore) empty = false
    if (code === codes.leftCurlyBrace && (afterCommand || depth > 0)) depth++
    else if (code === codes.rightCurlyBrace && depth > 0) depth--
    afterCommand = code === codes.rightCurlyBrace
    last = code
    effects.consume(code)
    return code === codes.backslash ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (asciiAlpha(code)) return command(code)
    if (!asciiPunctuation(code) || code === codes.leftSquareBracket) return data(code)
    effects.consume(code)
    last = null
    return data
  }

  function command(code: Code): State | undefined {
    afterCommand = true
    if (!asciiAlpha(code)) return data(code)
    effects.consume(code)
    last = code
    return command
  }

  function data(code: Code): State | undefined {
    const isOver = code === null || code === codes.dollarSign || code === codes.leftSquareBracket
    if (isOver || markdownLineEnding(code) || isPassage(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    return first(code)
  }

  function passageStart(code: Code): State | undefined {
    effects.enter('mathTextData')
    empty = false
    blankBefore = false
    return passage(code)
  }

  /** What binds tighter: nothing in it closes, but math with a tag in it is none. */
  function passage(code: Code): State | undefined {
    last = null
    if (now().offset >= passageEnd) return data(code)
    if (markdownLineEnding(code)) {
      effects.exit('mathTextData')
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return passageLine
    }
    if (code === codes.leftSquareBracket) return effects.check(tagText, fail, passageData)(code)
    return passageData(code)
  }

  function passageLine(code: Code): State | undefined {
    effects.enter('mathTextData')
    return passage(code)
  }

  function passageData(code: Code): State | undefined {
    effects.consume(code)
    return passage
  }

  function closeStart(code: Code): State | undefined {
    closing = 0
    return effects.attempt({ tokenize: tokenizeCloser, partial: true }, done, dollarsAsData)(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('mathText')
    return ok(code)
  }

  function dollarsAsData(code: Code): State | undefined {
    // The next codes.dollarSign closes, or there is no math: `$5 and $6` are prices, whatever comes after.
    if (size === 1 && closing === 1) return nok(code)
    effects.enter('mathTextData')
    return dollarData(code)
  }

  function dollarData(code: Code): State | undefined {
    if (code === codes.dollarSign) {
      effects.consume(code)
      return dollarData
    }
    empty = false
    blankBefore = false
    last = codes.dollarSign
    return data(code)
  }

  function fail(code: Code): State | undefined {
    known.set(size, now().offset)
    return nok(code)
  }

  function tokenizeCloser(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    const before = previous()
    return function closerStart(code) {
      effects.enter('mathTextSequence')
      return closer(code)
    }

    function closer(code: Code): State | undefined {
      if (code === codes.dollarSign) {
        effects.consume(code)
        closing++
        return closer
      }
      effects.exit('mathTextSequence')
      const sound = size === 2 || (!blankBefore && !asciiDigit(code))
      return closing === size && !empty && sound && !isOfAnki(before, code) ? ok(code) : nok(code)
    }
  }
}
