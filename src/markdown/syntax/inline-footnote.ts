import { codes } from 'micromark-util-symbol'
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
  // A codes.graveAccent behind an escaped one begins code: here, no event says that it was escaped.
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
    if (code !== codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    effects.exit('inlineFootnoteMark')
    effects.enter('inlineFootnoteText')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || (code === codes.rightSquareBracket && depth === 0 && !isInSpan()))
      return end(code)
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
    const isEscaped = before === codes.backslash
    const isEnd = sign === codes.rightSquareBracket && !isEscaped && depth === 0
    if (sign === null || isEnd) {
      effects.exit('chunkText')
      return end(sign)
    }
    if (sign === codes.leftSquareBracket && !isEscaped) {
      if (before === codes.caret) return nok(sign)
      depth++
    } else if (sign === codes.rightSquareBracket && !isEscaped) depth--
    else if (!isEscaped && sign === codes.graveAccent)
      return effects.check(code, inside, signs)(sign)
    else if (!isEscaped && sign === codes.dollarSign)
      return effects.check(math, inside, signs)(sign)
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
    return code === codes.leftParenthesis ? nok(code) : ok(code)
  }
}
