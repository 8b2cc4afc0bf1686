import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Construct, State, Tokenizer } from 'micromark-util-types'
import { tagSource } from './tag-source.ts'

/** A line that holds exactly one tag: a block, which like a heading interrupts (L1.4). */
export const tagFlow: Construct = { name: 'tagFlow', tokenize: tokenizeTagFlow }

function tokenizeTagFlow(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return start

  /**
   * ```markdown
   *   | text
   * > | [/BLOCKREAD/]
   *     ^
   * ```
   */
  function start(code: number | null): State | undefined {
    effects.enter('tagBlock')
    return effects.attempt(tagSource, afterTag, nok)(code)
  }

  function afterTag(code: number | null): State | undefined {
    effects.exit('tagBlock')
    return markdownSpace(code)
      ? factorySpace(effects, atLineEnd, 'whitespace')(code)
      : atLineEnd(code)
  }

  function atLineEnd(code: number | null): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}
