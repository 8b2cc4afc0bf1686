import { codes } from 'micromark-util-symbol'
import {
  asciiAlpha,
  asciiAlphanumeric,
  markdownLineEndingOrSpace,
  markdownSpace
} from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { tagText } from './tag-text.ts'

/**
 * The name of a block at its end, by which other notes point at it (N2). One sign, or nothing but
 * digits, is more likely a power: `2 ^10`.
 *
 * ```markdown
 * > | The cell is the unit of life. ^unit-of-life
 *                                   ^^^^^^^^^^^^^
 * ```
 */
export const blockName: Construct = { name: 'blockName', tokenize: tokenizeBlockName }

function tokenizeBlockName(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { previous } = this
  let size = 0
  let hasLetter = false
  return start

  function start(code: Code): State | undefined {
    if (code !== codes.caret || (previous !== null && !markdownLineEndingOrSpace(previous))) {
      return nok(code)
    }
    effects.enter('blockName')
    effects.consume(code)
    return name
  }

  function name(code: Code): State | undefined {
    if (asciiAlphanumeric(code) || code === codes.dash) {
      effects.consume(code)
      size++
      hasLetter ||= asciiAlpha(code)
      return name
    }
    return size > 1 && hasLetter ? after(code) : nok(code)
  }

  function after(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return after
    }
    if (code !== null && code !== codes.leftSquareBracket) return nok(code)
    effects.exit('blockName')
    // A question or answer ends as blocks do.
    return code === null ? ok(code) : effects.check(tagText, ok, nok)(code)
  }
}
