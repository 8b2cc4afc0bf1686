import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, State, TokenType } from 'micromark-util-types'

/** Takes so many characters of a line as one token; refuses where the content ends before. */
export function consume(
  effects: Effects,
  { token, size }: { token: TokenType; size: number },
  [ok, nok]: [State, State]
): State {
  let left = size
  return function start(code) {
    if (left === 0) return nok(code)
    effects.enter(token)
    return next(code)
  }

  function next(code: Code): State | undefined {
    if (left === 0) {
      effects.exit(token)
      return ok(code)
    }
    if (code === null || markdownLineEnding(code)) return nok(code)
    left--
    effects.consume(code)
    return next
  }
}
