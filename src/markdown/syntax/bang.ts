import type { Construct, State, Tokenizer } from 'micromark-util-types'
import { tagText } from './tag-text.ts'

/**
 * An exclamation mark before a tag is text: left alone, `![` would begin an image's label and
 * swallow the tag's bracket.
 *
 * ```markdown
 * > | [/Q]Really![Q/]
 *               ^
 * ```
 */
export const bang: Construct = { name: 'bangBeforeTag', tokenize: tokenizeBang }

function tokenizeBang(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return start

  function start(code: number | null): State | undefined {
    effects.enter('data')
    effects.consume(code)
    effects.exit('data')
    return effects.check(tagText, ok, nok)
  }
}
