import type { Code } from 'micromark-util-types'

/** Punctuation of Chinese, Japanese and Korean, and their quotation marks. */
export const foreignPunctuation =
  /[\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018\u2019\u201c\u201d\u2026]/

/** Whether a bare address ends before a sign, since it holds no such punctuation. */
export function isForeignPunctuation(code: Code): code is number {
  return code !== null && code > 127 && foreignPunctuation.test(String.fromCharCode(code))
}
