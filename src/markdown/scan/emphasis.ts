/** A blank of ASCII, or nothing: the begin or the end of inline content. */
const blank = /^[ \t\r\n]?$/
const solid = /^\S$/
const word = /^[\p{L}\p{N}]$/u
const latin = /^[A-Za-z0-9]$/
const sign = /^[!-/:-@[-`{-~]$/

/** What a row of `*` or `_` certainly can do. */
interface Attention {
  /** It can begin emphasis, and can end none. */
  opens: boolean
  /** It can end emphasis. */
  closes: boolean
}

/**
 * Judges one or two marks by the characters before and behind them, '' where none is. Beside characters of Chinese,
 * Japanese and Korean, and beside signs of other scripts, only what stands on the other side makes it certain.
 */
export function attentionOf(marks: string, before: string, after: string): Attention {
  const isLeft = solid.test(after) && (word.test(after) || blank.test(before) || sign.test(before))
  const isRight = solid.test(before) && (word.test(before) || blank.test(after) || sign.test(after))
  const isOnlyLeft = isLeft && (blank.test(before) || (sign.test(before) && latin.test(after)))
  const isOnlyRight = isRight && (blank.test(after) || (sign.test(after) && latin.test(before)))
  return { opens: isOnlyLeft, closes: isOnlyRight || (isRight && marks.startsWith('*')) }
}
