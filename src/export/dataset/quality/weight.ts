const sign = /[\p{L}\p{N}]/u
const wordSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * Letters and digits of a text; one that stands for a word, as in Chinese, counts for three. It is not counted on once
 * there are `enough`.
 */
export function weightOf(text: string, enough = Infinity): number {
  let weight = 0
  for (let at = 0; at < text.length && weight < enough; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code < 128) {
      if (isAsciiSign(code)) weight++
      continue
    }
    if (code > 0xffff) at++
    const letter = String.fromCodePoint(code)
    if (sign.test(letter)) weight += wordSign.test(letter) ? 3 : 1
  }
  return weight
}

function isAsciiSign(code: number): boolean {
  const lower = code | 32
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)
}

/** Letters of a paragraph, at least. */
const PARAGRAPH = 40

/** Whether a text is a few words, as “For example:” or “Yes”, which may come again. */
export function isFewWords(text: string): boolean {
  return weightOf(text, PARAGRAPH) < PARAGRAPH
}

/** The weight of what is read: without tags, fences, and lines that open, set or close a directive. */
export function weightOfWords(text: string, enough?: number): number {
  return weightOf(withoutTags(withoutFences(withoutDirectives(text))), enough)
}

function withoutFences(text: string): string {
  if (!text.includes('```') && !text.includes('~~~')) return text
  return text.replace(/^[ \t>]*(?:`{3}|~{3}).*$/gm, '')
}

/** Without lines like `:::{tip}`, the options below them, `:::`, `:label:`fig_a`` and `%%tab all`. */
export function withoutDirectives(text: string): string {
  // Most texts hold none, and the exact search is slow.
  if (!/^[ \t>]*(?::|%|#@)/m.test(text)) return text
  return text
    .replace(/^[ \t>]*:{3,}.*(?:\n[ \t>]*:[\w-]+:.*)*$/gm, '')
    .replace(/^[ \t>]*(?::[\w-]+:`[^`]*`|(?:%%?|#@)[a-z].*)[ \t]*$/gm, '')
}

/** Without HTML, components and comments; addresses between angle brackets stay. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{[^}]*\}|[^<>"'{])*>/g, (tag) =>
      // An address between angle brackets is a link.
      /^<[A-Za-z][A-Za-z0-9+.-]*:/.test(tag) ? tag : ''
    )
}
