import type { Code } from 'micromark-util-types'

const marks =
  /^[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018\u2019\u201c\u201d\u2026]$/

/** Punctuation of Chinese, Japanese and Korean, and their quotation marks: no bare address holds it. */
export function isForeignPunctuation(code: Code): code is number {
  return code !== null && code > 127 && marks.test(String.fromCharCode(code))
}
