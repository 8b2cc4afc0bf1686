import { codes } from 'micromark-util-symbol'
import type { SourceRange } from '../tree/container-marks.ts'
import { fenceSize } from './fence.ts'
import { headingDepth } from './heading.ts'
import { isBlankCode, type Lines } from './lines.ts'
import { opensMath } from './math.ts'
import { beginsTex, mayDescribe } from './paragraph.ts'
import { endsAsItem, isThematicBreak, listMarker, type ListMarker } from './list-marker.ts'

/** Marks of items and quotes in a row, as one item of a list may begin with. */
const marksInRow = /(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s|$))[ \t]*)+/y
/** Lines that stand so far in, or that begin with so many marks, may stand in more containers than are read. */
const FAR_IN = 100
const MANY_MARKS = 50
/** What may hold lines that look like others: HTML that a blank line does not end, formulas, tables, notes. */
const risky =
  /^(?:[ \t>*+-]|\d{1,9}[.)])*(?:<[!?sStTpP]|\$\$|\||\[\^|:(?:[ \t]|$)|\\(?:\[|begin\{))/
/** Words, whatever stands before them. */
const words = /[A-Za-z\u0080-\u009f\u00a1-\uffff"'(!,./;?@]/

/**
 * Goes to the last line of the list that a line begins, and gives where lines of code stand in it between fences;
 * undefined where that is not certain. Only where the list ends is looked for: a line in it belongs to an item
 * if it stands far enough in, however it is read there.
 */
export function findListEnd(lines: Lines): SourceRange[] | undefined {
  const marker = listMarker(lines)
  return marker && new ListEnd(lines, marker).find()
}

/** A line with regard to the list above it. */
type Place = 'in it' | 'behind it' | 'unsure'

class ListEnd {
  readonly #lines: Lines
  readonly #sign: number
  readonly #code: SourceRange[] = []
  /** Columns at which the content of the item stands that is read. */
  #indent = 0
  #fence: { code: number; size: number; column: number; start: number } | undefined
  /** Whether the line above surely is one of a paragraph. */
  #isWords = false
  /** Whether the line above may be code that stands in. */
  #isCode = false

  constructor(lines: Lines, { sign }: ListMarker) {
    this.#lines = lines
    this.#sign = sign
  }

  find(): SourceRange[] | undefined {
    const lines = this.#lines
    if (!this.#beginItem()) return undefined
    let last = lines.start
    let isBehindBlank = false
    /** Whether one of the lines above is not empty, but blank: the list may take in those in it. */
    let isBehindBlanks = false
    while (lines.next < lines.text.length) {
      lines.read(lines.next)
      if (lines.isBlank) {
        const hasBlanks = lines.end > lines.start
        if (hasBlanks && (this.#fence || this.#isCode)) return undefined
        isBehindBlanks ||= hasBlanks
        isBehindBlank = true
        this.#isWords = false
        continue
      }
      const place = this.#placeOf(isBehindBlank)
      if (place === 'unsure') return undefined
      if (place === 'behind it') break
      isBehindBlank = isBehindBlanks = false
      last = lines.start
    }
    if (this.#fence || isBehindBlanks) return undefined
    lines.read(last)
    return this.#code
  }

  #placeOf(isBehindBlank: boolean): Place {
    const lines = this.#lines
    const { first, column, code } = lines
    if (column >= this.#indent) return this.#isRead(isBehindBlank) ? 'in it' : 'unsure'
    if (column > 3) return 'unsure'
    const isBreak = isThematicBreak(lines)
    const marker = isBreak ? undefined : listMarker(lines)
    if (marker?.sign === this.#sign) return this.#beginItem() ? 'in it' : 'unsure'
    if (this.#fence) return 'unsure'
    if (marker) return endsAsItem(lines) && !this.#isCode ? 'behind it' : 'unsure'
    if (isBehindBlank) {
      const mayInterrupt =
        code === codes.greaterThan ||
        (code === codes.leftSquareBracket && lines.text[first + 1] === '^')
      return mayInterrupt && this.#isCode ? 'unsure' : 'behind it'
    }
    if (code === codes.greaterThan || code === codes.leftSquareBracket) return 'unsure'
    const isFence = isFenceSign(code) && fenceSize(lines) > 0
    if (isBreak || isFence || headingDepth(lines) > 0 || opensMath(lines)) return 'behind it'
    return this.#isWords && (words.test(lines.text.charAt(first)) || isWordsLater(lines))
      ? 'in it'
      : 'unsure'
  }

  /** Begins an item with the line; false where it is not certain what is in it. */
  #beginItem(): boolean {
    const lines = this.#lines
    const { text, first, end, column } = lines
    const marker = listMarker(lines)
    if (!marker || marker.isEmpty) return false
    let begin = first + marker.width
    while (text.charCodeAt(begin) === codes.space) begin++
    const blanks = begin - first - marker.width
    if (blanks > 4 || begin >= end || text.charCodeAt(begin) === codes.ht) return false
    this.#indent = column + marker.width + blanks
    this.#fence = undefined
    return this.#beginContent(begin, this.#indent)
  }

  /** Reads a line of the item; false where it is not certain what it is. */
  #isRead(isBehindBlank: boolean): boolean {
    const lines = this.#lines
    const { text, first, end, column, code } = lines
    if (this.#fence) {
      const { code: sign, size, column: least } = this.#fence
      if (column < least) return false
      const own = code === sign && column < least + 4 ? lines.runOf(code, first) : 0
      if (own >= size && lines.isBlankFrom(first + own)) {
        this.#code.push({ start: this.#fence.start, end: lines.start })
        this.#fence = undefined
      }
      this.#isWords = this.#isCode = false
      return true
    }
    if (column >= FAR_IN) return false
    if (column - this.#indent > 3 && !this.#isWords) {
      // Code, or what an item of a list in this one holds.
      this.#isCode = true
      return !isFenceSign(code) && !risky.test(text.slice(first, end))
    }
    const isNear = column - this.#indent <= 3
    const wentOn = this.#isWords && !isBehindBlank
    if (!this.#beginContent(first, column)) return false
    this.#isWords &&= isNear || wentOn
    return true
  }

  /** Reads what stands behind the marks of an item, or in the place of it; false where it is not certain what it is. */
  #beginContent(begin: number, column: number): boolean {
    const { text, end } = this.#lines
    this.#isCode = this.#isWords = false
    if (risky.test(text.slice(begin, end))) return false
    marksInRow.lastIndex = begin
    const marks = marksInRow.exec(text)?.[0] ?? ''
    if (marks.length >= MANY_MARKS || /\t| {5}/.test(marks)) return false
    const at = begin + marks.length
    if (at >= end) return false
    const code = text.charCodeAt(at)
    if (isFenceSign(code)) {
      const size = this.#lines.runOf(code, at)
      if (size >= 3 && !(code === codes.graveAccent && text.slice(at + size, end).includes('`'))) {
        if (marks.includes('>')) return false
        this.#fence = { code, size, column: column + marks.length, start: at + size }
        return true
      }
    }
    if (isUnderline(text, begin, end)) return false
    this.#isWords = !isBlankCode(code) && words.test(text.charAt(at)) && !marks.includes('>')
    return true
  }
}

/** Whether a sign begins a line that in a paragraph is no more than words. */
function isWordsLater(lines: Lines): boolean {
  const { text, first, code } = lines
  if (code === codes.colon) return !mayDescribe(lines)
  return code === codes.backslash && !beginsTex(text, first)
}

function isFenceSign(code: number): boolean {
  return code === codes.graveAccent || code === codes.tilde
}

/** Whether a line is made of what underlines a heading, or parts the rows of a table. */
function isUnderline(text: string, begin: number, end: number): boolean {
  return /^[:| \t]*[-=][-=:| \t]*$/.test(text.slice(begin, end))
}
