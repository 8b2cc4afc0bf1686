import { codes } from 'micromark-util-symbol'
import { labelEnd as commonmarkLabelEnd } from 'micromark-core-commonmark'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { tagText } from './tag-text.ts'

/**
 * CommonMark's end of a link's or image's label, but a tag after it is no second label (L1.3).
 *
 * ```markdown
 * > | [/A]See [there][A/]
 *                    ^^^^ not the label of a full reference
 * ```
 */
export const labelEnd: Construct = {
  ...commonmarkLabelEnd,
  name: 'labelEndBeforeTag',
  tokenize: tokenizeLabelEnd
}

function tokenizeLabelEnd(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  let isDone = false
  // Told that the text ends, the construct answers with `null`; the parser goes on at the bracket.
  const finish = (state: State) => (code: Code) => {
    isDone = true
    return state(code ?? (beforeTag ? codes.leftSquareBracket : null))
  }
  let beforeTag = false
  const start = commonmarkLabelEnd.tokenize.call(this, effects, finish(ok), finish(nok))

  return function atBracket(code) {
    const after = start(code)
    if (isDone || !after) return after
    return (next) => {
      if (next !== codes.leftSquareBracket) return after(next)
      return effects.check(
        tagText,
        () => {
          beforeTag = true
          return after(null)
        },
        after
      )(next)
    }
  }
}
