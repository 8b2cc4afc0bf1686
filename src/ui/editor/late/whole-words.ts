import type { EditorState } from '@codemirror/state'
import type { Stretch } from './stretch-at.ts'

const letter = /[\p{L}\p{N}\p{M}]/u
/** Scripts that write no blanks between words: where one ends is not to be seen. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** No word of a language is longer; an address without blanks may be. */
const LONGEST = 100

/** A stretch with all of the words that it begins or ends within; where it is empty, as it is. */
export function wholeWords({ doc }: EditorState, { from, to }: Stretch): Stretch {
  if (from === to) return { from, to }
  const before = doc.sliceString(Math.max(0, from - LONGEST), from)
  const after = doc.sliceString(to, to + LONGEST)
  const first = doc.sliceString(from, from + 2)
  const last = doc.sliceString(Math.max(from, to - 2), to)
  return {
    from: from - (isLetter(first.slice(0, charLength(first))) ? lettersAtEnd(before) : 0),
    to: to + (isLetter(Array.from(last).at(-1) ?? '') ? lettersAtStart(after) : 0)
  }
}

function isLetter(char: string): boolean {
  return letter.test(char) && !unspaced.test(char)
}

function charLength(text: string): number {
  return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
}

function lettersAtStart(text: string): number {
  let length = 0
  for (const char of text) {
    if (!isLetter(char)) break
    length += char.length
  }
  return length
}

function lettersAtEnd(text: string): number {
  let length = 0
  for (const char of Array.from(text).reverse()) {
    if (!isLetter(char)) break
    length += char.length
  }
  return length
}
