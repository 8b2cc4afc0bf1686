import type { Construct, State, Tokenizer } from 'micromark-util-types'
import { tagForms } from '../tags.ts'

/** Every beginning of a tag; the whole tags are in `tagForms`. */
const beginnings = new Set(
  [...tagForms.keys()].flatMap((tag) => Array.from(tag, (_, at) => tag.slice(0, at + 1)))
)

/**
 * The characters of exactly one tag, and nothing else (L1.1).
 *
 * ```markdown
 * > | a [/Q]b[Q/]
 *       ^^^^
 * ```
 */
export const tagSource: Construct = { tokenize: tokenizeTagSource, partial: true }

function tokenizeTagSource(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let read = ''
  return inside

  function inside(code: number | null): State | undefined {
    if (code === null || code < 0) return nok(code)
    read += String.fromCharCode(code)
    if (!beginnings.has(read)) return nok(code)
    effects.consume(code)
    return tagForms.has(read) ? ok : inside
  }
}
