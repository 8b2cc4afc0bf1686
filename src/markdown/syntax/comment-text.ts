import {
  asciiDigit,
  asciiPunctuation,
  markdownLineEnding,
  markdownLineEndingOrSpace
} from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { codes } from 'micromark-util-symbol'

/**
 * A private comment within a paragraph (N2); one that nothing ends there is text.
 *
 * ```markdown
 * > | Cells %%look it up%% are small, I am 100%% sure.
 *           ^^^^^^^^^^^^^^
 * ```
 */
export const commentText: Construct = { name: 'commentText', tokenize: tokenizeCommentText }

function tokenizeCommentText(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { previous, events } = this
  const before = events.at(-1)?.[1].type
  let signs = 0
  return start

  function start(code: Code): State | undefined {
    const isApart = before === 'characterEscape' || before === 'commentText'
    if (previous === codes.percentSign && !isApart) return nok(code)
    effects.enter('commentText')
    effects.enter('commentData')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === codes.percentSign && signs < 2) {
      effects.consume(code)
      signs++
      return opening
    }
    if (signs < 2 || isPercentage(code)) return nok(code)
    signs = 0
    return code === codes.percentSign ? empty(code) : inside(code)
  }

  /** `%%%%` alone; a longer row of them is a line that somebody drew. */
  function empty(code: Code): State | undefined {
    if (code === codes.percentSign && signs < 2) {
      signs++
      effects.consume(code)
      return empty
    }
    if (signs < 2 || code === codes.percentSign) return nok(code)
    effects.exit('commentData')
    effects.exit('commentText')
    return ok(code)
  }

  /** `100%% sure` */
  function isPercentage(code: Code): boolean {
    return (
      asciiDigit(previous) &&
      (code === null || markdownLineEndingOrSpace(code) || asciiPunctuation(code))
    )
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('commentData')
      return lineEnd(code)
    }
    effects.consume(code)
    if (code !== codes.percentSign) {
      signs = 0
      return inside
    }
    if (++signs < 2) return inside
    effects.exit('commentData')
    effects.exit('commentText')
    return ok
  }

  function lineEnd(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (!markdownLineEnding(code)) {
      effects.enter('commentData')
      return inside(code)
    }
    signs = 0
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineEnd
  }
}
