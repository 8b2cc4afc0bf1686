import { codes } from 'micromark-util-symbol'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { indentOf } from './indent-of.ts'
import { mathBlocks } from './math-blocks.ts'
import { ofReading } from './reading.ts'

/** Fails on a line that has left the container the block stands in. */
export const nonLazyContinuation: Construct = {
  tokenize: tokenizeNonLazyContinuation,
  partial: true
}

/**
 * A math block as authors write it (L1.6): it may begin and end beside its dollars, and a label of MyST
 * may stand behind it.
 *
 * ```markdown
 * > | $$\begin{aligned}
 *     ^^^^^^^^^^^^^^^^^
 * > | a &= b
 * > | \end{aligned}$$
 *     ^^^^^^^^^^^^^^^
 * ```
 */
export const mathFlow: Construct = { name: 'mathFlow', tokenize: tokenizeMathFlow, concrete: true }

const blocksNow = ofReading(({ text }) => mathBlocks(text))

function tokenizeMathFlow(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { interrupt } = this
  const now = this.now.bind(this)
  const indent = indentOf(this)
  let closingLine = 0
  let size = 0
  return start

  function start(code: number | null): State | undefined {
    const { line, column } = now()
    const closing = blocksNow().closingLine(line, column - 1 - indent)
    if (closing === undefined) return nok(code)
    closingLine = closing
    effects.enter('mathFlow')
    effects.enter('mathFlowFence')
    return opening(code)
  }

  function opening(code: number | null): State | undefined {
    if (code === codes.dollarSign && size < 2) {
      effects.consume(code)
      size++
      return opening
    }
    if (size < 2) return nok(code)
    effects.exit('mathFlowFence')
    return effects.check({ tokenize: tokenizeRestOfOpener, partial: true }, opened, nok)(code)
  }

  function opened(code: number | null): State | undefined {
    return interrupt ? ok(code) : lineStart(code)
  }

  function lineStart(code: number | null): State | undefined {
    if (code === null) return done(code)
    if (markdownLineEnding(code)) {
      return effects.check(nonLazyContinuation, continuation, done)(code)
    }
    effects.enter('mathFlowValue')
    effects.consume(code)
    return value
  }

  function continuation(code: number | null): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return indent > 0 ? factorySpace(effects, maybeClose, 'linePrefix', indent + 1) : maybeClose
  }

  function maybeClose(code: number | null): State | undefined {
    return code === codes.dollarSign && now().line === closingLine
      ? effects.attempt({ tokenize: tokenizeCloser, partial: true }, done, lineStart)(code)
      : lineStart(code)
  }

  function value(code: number | null): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowValue')
      return lineStart(code)
    }
    if (code === codes.dollarSign && now().line === closingLine) {
      effects.exit('mathFlowValue')
      return maybeClose(code)
    }
    effects.consume(code)
    return value
  }

  function done(code: number | null): State | undefined {
    effects.exit('mathFlow')
    return ok(code)
  }

  /** `$$x$$` on the opener's own line is inline display math, not a block. */
  function tokenizeRestOfOpener(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    let dollars = 0
    let escaped = false
    return function restStart(code) {
      if (code === null || markdownLineEnding(code)) return ok(code)
      effects.enter('mathFlowValue')
      return rest(code)
    }

    function rest(code: number | null): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('mathFlowValue')
        return ok(code)
      }
      dollars = code === codes.dollarSign && !escaped ? dollars + 1 : 0
      escaped = code === codes.backslash && !escaped
      if (dollars === 2) return nok(code)
      effects.consume(code)
      return rest
    }
  }
}

function tokenizeCloser(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let size = 0
  return function closerStart(code) {
    effects.enter('mathFlowFence')
    return closer(code)
  }

  function closer(code: number | null): State | undefined {
    if (code === codes.dollarSign && size < 2) {
      effects.consume(code)
      size++
      return closer
    }
    if (size < 2) return nok(code)
    effects.exit('mathFlowFence')
    return afterBlanks(beforeEnd)(code)
  }

  function afterBlanks(next: State): State {
    return (code) =>
      markdownSpace(code) ? factorySpace(effects, next, 'whitespace')(code) : next(code)
  }

  function beforeEnd(code: number | null): State | undefined {
    if (code !== codes.leftParenthesis) return atEnd(code)
    effects.enter('mathFlowLabel')
    effects.consume(code)
    return label
  }

  /** What may stand in it `mathBlocks` has seen, or this line would not be the closing one. */
  function label(code: number | null): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.consume(code)
    if (code !== codes.rightParenthesis) return label
    effects.exit('mathFlowLabel')
    return afterBlanks(atEnd)
  }

  function atEnd(code: number | null): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}

function tokenizeNonLazyContinuation(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { parser } = this
  const now = this.now.bind(this)
  return function start(code) {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function lineStart(code: number | null): State | undefined {
    return parser.lazy[now().line] ? nok(code) : ok(code)
  }
}
