// eslint-disable-next-line no-control-regex -- these are the ones that must not come in
const UNWRITABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/
// eslint-disable-next-line no-control-regex -- as above, without blanks
const BROKEN = /[\0-\x08\x0e-\x1f\x7f-\x9f]|\p{Surrogate}/gu

/**
 * Text that any program can store and read: LF line ends; control characters, at which some parsers
 * stop and terminals obey, and surrogates without their mate, which UTF-8 cannot hold, become U+FFFD,
 * so that a reader sees the spot. A page break is a blank. U+0080 to U+009F are control characters, too: one of
 * them begins what terminals obey.
 */
export function cleanText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  // Most texts hold none of these, and the exact search is slow.
  if (!UNWRITABLE.test(lines)) return lines
  return lines.replace(/[\v\f\x85]/g, ' ').replace(BROKEN, '\ufffd')
}

/** `cleanText` on one line: line ends and runs of blanks become one blank, the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/**
 * The one form in which texts are compared, and from which guids are made: LF line ends, NUL and
 * surrogates without their mate as U+FFFD, Unicode form NFC. It never changes, or cards that people
 * have would be new ones.
 */
export function plainText(text: string): string {
  // Most texts are plain already, and each step is slow.
  if (isPlain(text)) return text
  const lines = text.replace(/\r\n?/g, '\n')
  return lines.replace(/\0|\p{Surrogate}/gu, '\ufffd').normalize('NFC')
}

/** Whether a text holds nothing but printable ASCII and LF: many do, and it is seen fast. */
export function isPlain(text: string): boolean {
  return !/[^\n\x20-\x7e]/.test(text)
}

// eslint-disable-next-line no-control-regex -- these are the ones that must not come in
const UNSTORABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/
// eslint-disable-next-line no-control-regex -- as above, without CR, which is a line end
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

/** `cleanText` for HTML, which holds no control characters at all; Anki parts the fields of a note at one. */
export function cleanHtml(html: string): string {
  // Most texts hold none of these, and the exact search is slow.
  return isPlain(html) || !UNSTORABLE.test(html)
    ? html
    : cleanText(html.replace(CONTROLS, '\ufffd'))
}
