import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, State, Token, Tokenizer } from 'micromark-util-types'

const leftParenthesis = 40
const leftBracket = 91
const backslash = 92
const rightBracket = 93
const caret = 94

/**
 * A footnote where it belongs (N2). Brackets in it pair; one in another is none.
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

function tokenizeInlineFootnote(...[effects, ok, nok]: Parameters<Tokenizer>): State {
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
    if (code === null || (code === rightBracket && depth === 0)) return end(code)
    const token = effects.enter('chunkText', {
      contentType: 'text',
      ...(last && { previous: last })
    })
    if (last) last.next = token
    last = token
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    const isEscaped = before === backslash
    const isEnd = code === rightBracket && !isEscaped && depth === 0
    if (code === null || isEnd) {
      effects.exit('chunkText')
      return end(code)
    }
    if (code === leftBracket && !isEscaped) {
      if (before === caret) return nok(code)
      depth++
    } else if (code === rightBracket && !isEscaped) depth--
    before = isEscaped ? null : code
    isBlank &&= markdownLineEndingOrSpace(code)
    effects.consume(code)
    if (!markdownLineEnding(code)) return inside
    effects.exit('chunkText')
    return lineStart
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
