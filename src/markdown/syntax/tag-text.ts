import type { Construct, State, Tokenizer } from 'micromark-util-types'
import { tagSource } from './tag-source.ts'

/** A tag within inline content (L1.2). Being tried before labels, it wins over links (L1.3). */
export const tagText: Construct = { name: 'tagText', tokenize: tokenizeTagText }

function tokenizeTagText(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return start

  /**
   * ```markdown
   * > | a [/Q]b
   *       ^
   * ```
   */
  function start(code: number | null): State | undefined {
    effects.enter('tag')
    return effects.attempt(tagSource, after, nok)(code)
  }

  function after(code: number | null): State | undefined {
    effects.exit('tag')
    return ok(code)
  }
}
