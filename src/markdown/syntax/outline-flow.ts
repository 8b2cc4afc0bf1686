import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { nonLazyContinuation } from './math-flow.ts'
import { outlineLines, type OutlineKind } from './outline-lines.ts'
import { ofReading } from './reading.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    outlineProperty: 'outlineProperty'
    outlineHidden: 'outlineHidden'
    outlineQuoteBegin: 'outlineQuoteBegin'
    outlineQuoteEnd: 'outlineQuoteEnd'
    outlineData: 'outlineData'
  }
}

const tokens = {
  property: 'outlineProperty',
  planning: 'outlineHidden',
  drawer: 'outlineHidden',
  query: 'outlineHidden',
  quoteBegin: 'outlineQuoteBegin',
  quoteEnd: 'outlineQuoteEnd'
} as const satisfies Record<OutlineKind, string>

/**
 * Lines that Logseq keeps for itself (N2), each a block that like a heading ends a paragraph.
 *
 * ```markdown
 *   | - A cell is small.
 * > |   id:: 64f0c0de-0000-4000-8000-000000000001
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const outlineFlow: Construct = {
  name: 'outlineFlow',
  tokenize: tokenizeOutlineFlow,
  concrete: true
}

const linesNow = ofReading(({ text }) => outlineLines(text))

function tokenizeOutlineFlow(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const found = linesNow()(this.now().line)
  const token = tokens[found?.kind ?? 'property']
  const now = this.now.bind(this)
  return start

  function start(code: Code): State | undefined {
    if (!found || code === null) return nok(code)
    effects.enter(token)
    return lineStart(code)
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code)
    effects.enter('outlineData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('outlineData')
      return lineEnd(code)
    }
    effects.consume(code)
    return data
  }

  function lineEnd(code: Code): State | undefined {
    if (code === null || now().line >= (found?.last ?? 0)) return done(code)
    return effects.check(nonLazyContinuation, nextLine, done)(code)
  }

  function nextLine(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function done(code: Code): State | undefined {
    effects.exit(token)
    return ok(code)
  }
}
