import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { indentOf } from './indent-of.ts'
import { nonLazyContinuation } from './math-flow.ts'
import { ofReading } from './reading.ts'
import { texBlocks } from './tex-blocks.ts'

/**
 * A block of TeX that begins with a backslash: `\[` to `\]`, or an environment that stands bare (N2).
 *
 * ```markdown
 * > | \begin{align}
 *     ^^^^^^^^^^^^^
 * > | a &= b
 * > | \end{align}
 *     ^^^^^^^^^^^
 * ```
 */
export const texFlow: Construct = { name: 'texFlow', tokenize: tokenizeTexFlow, concrete: true }

/** Where the blocks of TeX of the text that is read now close. */
export const texBlocksNow = ofReading(({ text }) => texBlocks(text))

function tokenizeTexFlow(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const isInterrupting = this.interrupt === true
  const now = this.now.bind(this)
  const indent = indentOf(this)
  let closingLine = 0
  return start

  function start(code: Code): State | undefined {
    const { line, column, offset } = now()
    const closing = texBlocksNow().closingLine(line, offset, column - 1 - indent, isInterrupting)
    if (closing === undefined) return nok(code)
    if (isInterrupting) return ok(code)
    closingLine = closing
    effects.enter('texFlow')
    return lineStart(code)
  }

  function lineStart(code: Code): State | undefined {
    if (code === null) return done(code)
    if (markdownLineEnding(code)) {
      return now().line < closingLine
        ? effects.check(nonLazyContinuation, continuation, done)(code)
        : done(code)
    }
    effects.enter('mathFlowValue')
    return value(code)
  }

  function continuation(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return indent > 0 ? factorySpace(effects, lineStart, 'linePrefix', indent + 1) : lineStart
  }

  function value(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowValue')
      return lineStart(code)
    }
    effects.consume(code)
    return value
  }

  function done(code: Code): State | undefined {
    effects.exit('texFlow')
    return ok(code)
  }
}
