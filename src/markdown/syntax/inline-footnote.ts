import { codeText } from 'micromark-core-commonmark'
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type {
  Code,
  Construct,
  State,
  Token,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { mathText } from './math-text.ts'

const dollar = 36
const leftParenthesis = 40
const leftBracket = 91
const backslash = 92
const rightBracket = 93
const caret = 94
const backtick = 96
const formula = mathText(true)

/**
 * A footnote where it belongs (N2). Brackets in it pair, but for those in code and formulas; one in another is none.
 *
 * ```markdown
 * > | Cells are small.^[Most of them, *10 µm*.]
 *                     ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const inlineFootnote: Construct = {
  name: 'inlineFootnote',
  tokenize: tokenizeInlineFootnote
}

function tokenizeInlineFootnote(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const now = this.now.bind(this)
  // A backtick behind an escaped one begins code: here, no event says that it was escaped.
  const code = spanOf(codeText, (context) => {
    const seen = Object.create(context) as TokenizeContext
    seen.previous = before
    return seen
  })
  const math = spanOf(formula)
  /** Offset at which code or a formula ends. */
  let spanEnd = 0
  let run: Code = null
  let depth = 0
  let before: Code = null
  let isBlank = true
  let last: Token | undefined
  return start

  function start(code: Code): State | undefined {
    effects.enter('inlineFootnote')
    effects.enter('inlineFootnoteMark')
    effects.consume(code)
    return bracket
  }

  function bracket(code: Code): State | undefined {
    if (code !== leftBracket) return nok(code)
    effects.consume(code)
    effects.exit('inlineFootnoteMark')
    effects.enter('inlineFootnoteText')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || (code === rightBracket && depth === 0 && !isInSpan())) return end(code)
    const token = effects.enter('chunkText', {
      contentType: 'text',
      ...(last && { previous: last })
    })
    if (last) last.next = token
    last = token
    return inside(code)
  }

  function inside(sign: Code): State | undefined {
    if (sign !== null && isInSpan()) return take(sign, sign)
    const isEscaped = before === backslash
    const isEnd = sign === rightBracket && !isEscaped && depth === 0
    if (sign === null || isEnd) {
      effects.exit('chunkText')
      return end(sign)
    }
    if (sign === leftBracket && !isEscaped) {
      if (before === caret) return nok(sign)
      depth++
    } else if (sign === rightBracket && !isEscaped) depth--
    else if (!isEscaped && sign === backtick) return effects.check(code, inside, signs)(sign)
    else if (!isEscaped && sign === dollar) return effects.check(math, inside, signs)(sign)
    return take(sign, isEscaped ? null : sign)
  }

  function isInSpan(): boolean {
    return now().offset < spanEnd
  }

  /** A row of signs that begins no span. */
  function signs(sign: Code): State | undefined {
    if (sign === null || (run !== null && sign !== run)) {
      run = null
      return inside(sign)
    }
    run = sign
    before = sign
    isBlank = false
    effects.consume(sign)
    return signs
  }

  function take(sign: NonNullable<Code>, asBefore: Code): State | undefined {
    before = asBefore
    isBlank &&= markdownLineEndingOrSpace(sign)
    effects.consume(sign)
    if (!markdownLineEnding(sign)) return inside
    effects.exit('chunkText')
    return lineStart
  }

  /** Looks where a span ends. */
  function spanOf(
    { tokenize }: Construct,
    seenAs = (context: TokenizeContext): TokenizeContext => context
  ): Construct {
    return {
      partial: true,
      tokenize(inner, found, none) {
        return tokenize.call(
          seenAs(this),
          inner,
          (sign) => {
            spanEnd = now().offset
            return found(sign)
          },
          none
        )
      }
    }
  }

  function end(code: Code): State | undefined {
    if (code === null || isBlank) return nok(code)
    effects.exit('inlineFootnoteText')
    effects.enter('inlineFootnoteMark')
    effects.consume(code)
    effects.exit('inlineFootnoteMark')
    effects.exit('inlineFootnote')
    return after
  }

  /** A sign before a link: `x^[1](https://…)`. */
  function after(code: Code): State | undefined {
    return code === leftParenthesis ? nok(code) : ok(code)
  }
}
