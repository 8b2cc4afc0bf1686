import { codes } from 'micromark-util-symbol'
import { content } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { commentBlocks } from './comment-blocks.ts'
import { indentOf } from './indent-of.ts'
import { nonLazyContinuation } from './math-flow.ts'
import { ofReading, readingNow } from './reading.ts'

/**
 * A private comment that begins a line (N2). It may go over blank lines and anything else; what stands
 * behind its end is a paragraph. `meetOpen` of the options is told where one would begin that nothing ends. One that ends on its own line before other words is `commentText`.
 *
 * ```markdown
 * > | %% to do:
 *     ^^^^^^^^^
 * > |
 * > | ## look it up %% Cells are small.
 *     ^^^^^^^^^^^^^^^^^
 * ```
 */
export const commentFlow: Construct = {
  name: 'commentFlow',
  tokenize: tokenizeCommentFlow,
  concrete: true
}

const blocksNow = ofReading(({ text, options }) => commentBlocks(text, options.isPiece))

function tokenizeCommentFlow(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { interrupt } = this
  const now = this.now.bind(this)
  const indent = indentOf(this)
  let closingLine: number | undefined
  let begin = 0
  let width = 0
  let signs = 0
  return start

  function start(code: Code): State | undefined {
    const { line, column, offset } = now()
    begin = offset
    width = column - 1 - indent
    closingLine = blocksNow().closingLine(line, width)
    effects.enter('commentFlow')
    effects.enter('commentData')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === codes.percentSign && signs < 2) {
      effects.consume(code)
      signs++
      return opening
    }
    if (signs < 2 || code === codes.percentSign) return nok(code)
    signs = 0
    return firstLine(code)
  }

  function firstLine(code: Code): State | undefined {
    if (signs === 2) {
      effects.exit('commentData')
      effects.exit('commentFlow')
      // Within a paragraph it is a piece of that.
      return interrupt ? nok(code) : blanks(code, atEnd)
    }
    if (code === null || markdownLineEnding(code)) {
      effects.exit('commentData')
      if (closingLine === undefined) {
        if (width === 0) readingNow().options.meetOpen(begin)
        return nok(code)
      }
      return interrupt ? ok(code) : lineEnd(code)
    }
    signs = code === codes.percentSign ? signs + 1 : 0
    effects.consume(code)
    return firstLine
  }

  function lineEnd(code: Code): State | undefined {
    if (code === null) return done(code)
    return effects.check(nonLazyContinuation, continuation, done)(code)
  }

  function continuation(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    signs = 0
    return laterLine
  }

  function laterLine(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code)
    effects.enter('commentData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    const isEnd = signs === 2
    if (isEnd || code === null || markdownLineEnding(code)) {
      effects.exit('commentData')
      return isEnd ? done(code) : lineEnd(code)
    }
    signs = code === codes.percentSign && now().line === closingLine ? signs + 1 : 0
    effects.consume(code)
    return data
  }

  function done(code: Code): State | undefined {
    effects.exit('commentFlow')
    return blanks(code, rest)
  }

  function blanks(code: Code, after: State): State | undefined {
    return markdownSpace(code) ? factorySpace(effects, after, 'whitespace')(code) : after(code)
  }

  function atEnd(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }

  function rest(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return ok(code)
    return effects.attempt(content, ok, nok)(code)
  }
}
