import { codes } from 'micromark-util-symbol'
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types'
import { namesMedia } from '../tree/wiki-target.ts'

/**
 * A picture, sound or film embedded as wikis write it. Other embeds, `![[note]]`, stay text.
 *
 * ```markdown
 * > | See ![[cell.png|300]].
 *         ^^^^^^^^^^^^^^^^^
 * ```
 */
export const wikiEmbed: Construct = { name: 'wikiEmbed', tokenize: tokenizeWikiEmbed }

function tokenizeWikiEmbed(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const opening = [codes.exclamationMark, codes.leftSquareBracket, codes.leftSquareBracket]
  let inside = ''
  return start

  function start(code: Code): State | undefined {
    effects.enter('wikiEmbed')
    return open(0)(code)
  }

  function open(at: number): State {
    return (code) => {
      if (code !== opening[at]) return nok(code)
      effects.consume(code)
      return at + 1 < opening.length ? open(at + 1) : content
    }
  }

  /**
   * ```markdown
   * > | ![[cell.png|300]]
   *        ^^^^^^^^^^^^
   * ```
   */
  function content(code: Code): State | undefined {
    // Line ends and tabs are negative.
    if (code === null || code < 0 || code === codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    if (code === codes.rightSquareBracket) return close
    inside += String.fromCodePoint(code)
    return content
  }

  function close(code: Code): State | undefined {
    if (code !== codes.rightSquareBracket || !namesMedia(inside)) return nok(code)
    effects.consume(code)
    effects.exit('wikiEmbed')
    return ok
  }
}
