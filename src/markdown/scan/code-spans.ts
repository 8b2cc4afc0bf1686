import { codes } from 'micromark-util-symbol'
import type { SourceRange } from '../tree/container-marks.ts'
import { areCommentsApart, commentAt } from './comment.ts'

/** What takes in signs up to an end of its own, with a grave accent in it: an address, a label, a note, a macro. */
const mayTakeIn = /\]\([^()`]*`|\]\[[^[\]`]*`|\[\^[^[\]`]*`|\^\[|\{\{[a-z]+ /i
/** The begin of a bare address. */
const address = /www\.|:\/\//i

/**
 * Inline content with other characters in the place of what stands in code, and of comments, which are put
 * into `comments`; as it is where that is not certain. The signs around code stay.
 */
export function withoutCode(source: string, comments: SourceRange[] = []): string {
  const holdsComments = source.includes('<!--')
  if (!source.includes('`') && !holdsComments) return source
  if (mayTakeIn.test(source) || endsInAddress(source)) return source
  if (holdsComments && !areCommentsApart(source)) return source
  let masked = ''
  let from = 0
  const reader = new SpanReader(source)
  for (let sign = reader.next(); sign; sign = reader.next()) {
    // What begins here may take in grave accents.
    if (sign.kind === 'other') break
    if (sign.kind === 'open') continue
    if (sign.kind === 'comment') comments.push({ start: sign.start, end: sign.end })
    masked += source.slice(from, sign.start) + 'x'.repeat(sign.end - sign.start)
    from = sign.end
  }
  return masked + source.slice(from)
}

/** Whether each grave accent in inline content begins or ends code, HTML and formulas aside. */
export function isWholeCode(source: string): boolean {
  if (!source.includes('`')) return true
  const reader = new SpanReader(source)
  for (let sign = reader.next(); sign; sign = reader.next()) {
    if (sign.kind === 'open') return false
  }
  return true
}

/** Grave accents that nothing closes, what stands in code, a comment, or the begin of other HTML or of a formula. */
interface Sign {
  kind: 'open' | 'code' | 'comment' | 'other'
  start: number
  end: number
}

class SpanReader {
  readonly #source: string
  readonly #unclosed = new Set<number>()
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  next(): Sign | undefined {
    const source = this.#source
    for (;;) {
      signs.lastIndex = this.#at
      const start = signs.exec(source)?.index
      if (start === undefined) return undefined
      if (source[start] === '\\') {
        this.#at = start + 2
        continue
      }
      if (source[start] !== '`') {
        const comment = source[start] === '<' ? commentAt(source, start) : undefined
        this.#at = comment?.end ?? start + 1
        if (comment) return { kind: 'comment', ...comment }
        return { kind: 'other', start, end: start + 1 }
      }
      const end = endOfRun(source, start)
      const size = end - start
      const close = this.#unclosed.has(size) ? -1 : closingRun(source, end, size)
      this.#at = close < 0 ? end : close + size
      if (close >= 0) return { kind: 'code', start: end, end: close }
      this.#unclosed.add(size)
      return { kind: 'open', start, end }
    }
  }
}

const signs = /[`\\$]|<(?=[A-Za-z/!?])/g

function endsInAddress(source: string): boolean {
  if (!address.test(source)) return false
  return source.split(/\s+/).some((word) => {
    const at = word.search(address)
    return at >= 0 && word.includes('`', at)
  })
}

function endOfRun(source: string, at: number): number {
  let end = at
  while (source.charCodeAt(end) === codes.graveAccent) end++
  return end
}

function closingRun(source: string, from: number, size: number): number {
  for (let at = source.indexOf('`', from); at >= 0;) {
    const end = endOfRun(source, at)
    if (end - at === size) return at
    at = source.indexOf('`', end)
  }
  return -1
}
