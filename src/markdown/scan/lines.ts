import { columnBehind } from './column-behind.ts'

const carriageReturn = 13
const space = 32
const tab = 9

/** Walks over the lines of a text, which end with LF or CRLF. All places are UTF-16 offsets. */
export class Lines {
  readonly text: string
  /** Where the line begins. */
  start = 0
  /** Where it ends, before its line end. */
  end = 0
  /** Where the next one begins; the length of the text behind the last one. */
  next = 0
  /** The first character that is no blank; `end` where there is none. */
  first = 0
  /** Columns of blanks before that. */
  column = 0
  /** Its UTF-16 code, 0 where there is none. */
  code = 0

  constructor(text: string) {
    this.text = text
  }

  /** Reads the line that begins at an offset. */
  read(start: number): void {
    const { text } = this
    const lineEnd = text.indexOf('\n', start)
    this.start = start
    this.next = lineEnd < 0 ? text.length : lineEnd + 1
    this.end = lineEnd < 0 ? text.length : lineEnd
    if (lineEnd > start && text.charCodeAt(lineEnd - 1) === carriageReturn) this.end--
    let first = start
    let column = 0
    for (; first < this.end; first++) {
      const code = text.charCodeAt(first)
      if (!isBlankCode(code)) break
      column = columnBehind(column, code)
    }
    this.first = first
    this.column = column
    this.code = first < this.end ? text.charCodeAt(first) : 0
  }

  get isBlank(): boolean {
    return this.first >= this.end
  }

  /** Whether nothing but blanks stands from an offset on. */
  isBlankFrom(offset: number): boolean {
    for (let at = offset; at < this.end; at++)
      if (!isBlankCode(this.text.charCodeAt(at))) return false
    return true
  }

  /** How many of one character stand in a row, from an offset on. */
  runOf(code: number, offset: number): number {
    let at = offset
    while (at < this.end && this.text.charCodeAt(at) === code) at++
    return at - offset
  }
}

/** Whether a character is a blank to Markdown. */
export function isBlankCode(code: number): boolean {
  return code === space || code === tab
}
