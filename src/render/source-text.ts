import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { lineStart } from '../markdown/line-start.ts'

/** A tag, a whole span or a comment to leave out of a stretch of source. */
export interface Removal extends SourceRange {
  /** It was a block of its own (L1.4): its line becomes empty. */
  isBlock: boolean
  /** It was an item of a list or a row of a table: its lines go whole. */
  isRow?: boolean
  /** What stands there instead, if anything. */
  insert?: string
}

const lineEnds = /\r\n|\r/g
/** Nothing, or only marks of block quotes. */
const nothing = /^[ \t>]*$/

/**
 * The Markdown of `start`–`end` without some tags (L5.4). A tag takes along the blanks before it at
 * a line's end, those after it at a line's start, and one of two around it; no other character
 * changes. Line ends come as LF, blank lines at both ends go. `removals` are in order.
 */
export function sourceWithout(
  text: string,
  { start, end }: SourceRange,
  removals: Removal[]
): string {
  if (removals.length === 0) {
    const source = text.slice(start, end)
    return withoutBlankEnds(source.includes('\r') ? source.replace(lineEnds, '\n') : source)
  }
  let lines: Line[] = []
  let from = start
  for (const group of lineGroups(text, removals, start, end)) {
    for (const line of keptLines(text.slice(from, group.start))) lines.push(line)
    for (const line of withoutTags(text, group)) lines.push(line)
    from = Math.min(end, afterLineEnd(text, group.end))
  }
  lines = lines.concat(keptLines(text.slice(from, end)))
  return joined(lines)
}

interface Line {
  text: string
  /** The line is blank because its tag went. */
  isEmptied: boolean
  /** It stood where a row went: nothing, unless there are blank lines around it. */
  isGone?: boolean
}

/** Removals whose lines hang together, with the range of those lines. */
interface LineGroup extends SourceRange {
  removals: Removal[]
}

function lineGroups(text: string, removals: Removal[], start: number, end: number): LineGroup[] {
  const groups: LineGroup[] = []
  for (const removal of removals) {
    const last = groups.at(-1)
    // One line may hold thousands: its end is looked for once.
    const isInside = last !== undefined && removal.end <= last.end
    const lineEnd = isInside ? last.end : Math.min(end, endOfLine(text, removal.end))
    if (last && removal.start <= last.end) {
      last.removals.push(removal)
      last.end = lineEnd
    } else {
      const from = Math.max(start, lineStart(text, removal.start))
      groups.push({ removals: [removal], start: from, end: lineEnd })
    }
  }
  return groups
}

function withoutTags(text: string, { removals, start, end }: LineGroup): Line[] {
  const rights = removals.map(
    (removal, at) =>
      (removal.insert ?? '') + text.slice(removal.end, removals[at + 1]?.start ?? end)
  )
  // From which of them on nothing but blanks stands to the right.
  const lastWords = rights.findLastIndex((right) => !/^[ \t]*$/.test(right))
  const left = new LineStart(text.slice(start, removals[0]?.start))
  for (const [at, right] of rights.entries()) {
    if (at > lastWords) left.trimEnd()
    const isTwice = left.endsInBlank && /^[ \t]/.test(right)
    if (at > lastWords) left.add(right)
    else if (left.isNothing) left.add(right.replace(/^[ \t]+/, ''))
    else left.add(isTwice ? right.slice(1) : right)
  }
  const kept = left.text
  if (left.isNothing) {
    const isBlock = removals.some((removal) => removal.isBlock)
    const marks = kept.trimEnd()
    if (isBlock) return [{ text: marks, isEmptied: marks === '' }]
    return removals.some(({ isRow }) => isRow) ? [{ text: '', isEmptied: false, isGone: true }] : []
  }
  return [{ text: kept, isEmptied: false }]
}

/** What a line begins with, as it grows; a line may hold thousands of tags. */
class LineStart {
  readonly #parts: string[] = []
  #isNothing = true

  constructor(text: string) {
    this.add(text)
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** Whether it holds no words yet. */
  get isNothing(): boolean {
    return this.#isNothing
  }

  get endsInBlank(): boolean {
    return /[ \t]$/.test(this.#parts.at(-1)?.slice(-1) ?? '')
  }

  add(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#isNothing &&= nothing.test(text)
  }

  trimEnd(): void {
    for (let last = this.#parts.pop(); last !== undefined; last = this.#parts.pop()) {
      const left = last.replace(/(?<![ \t])[ \t]+$/, '')
      if (left === '') continue
      this.#parts.push(left)
      return
    }
  }
}

/**
 * Lines of a stretch that ends where a line begins, or at the end of all: blank ones at its begin and end, and
 * what stands between as if it were one.
 */
function keptLines(stretch: string): Line[] {
  if (stretch === '') return []
  const source = stretch.includes('\r') ? stretch.replace(lineEnds, '\n') : stretch
  const whole = source.endsWith('\n') ? source.slice(0, -1) : source
  const words = whole.trim()
  if (words === '') return linesOf(whole)
  const first = whole.lastIndexOf('\n', whole.length - whole.trimStart().length) + 1
  const next = whole.indexOf('\n', whole.trimEnd().length)
  const lines = first > 0 ? linesOf(whole.slice(0, first - 1)) : []
  lines.push({ text: whole.slice(first, next < 0 ? whole.length : next), isEmptied: false })
  return next < 0 ? lines : lines.concat(linesOf(whole.slice(next + 1)))
}

function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line, isEmptied: false }))
}

function blanks(run: Line[]): string[] {
  const isMade = run.some(({ isEmptied, isGone }) => isEmptied || isGone)
  if (!isMade) return run.map(({ text }) => text)
  return run.every(({ isGone }) => isGone) ? [] : ['']
}

/** Runs of blank lines among which one was emptied become one blank line. */
function joined(lines: Line[]): string {
  const kept: string[] = []
  for (let at = 0; at < lines.length;) {
    let next = at
    while (lines[next]?.text.trim() === '') next++
    const run = lines.slice(at, next)
    for (const blank of blanks(run)) kept.push(blank)
    const line = lines[next]
    if (line) kept.push(line.text)
    at = next + 1
  }
  const first = kept.findIndex((line) => line.trim() !== '')
  const last = kept.findLastIndex((line) => line.trim() !== '')
  return first < 0 ? '' : kept.slice(first, last + 1).join('\n')
}

/** Without the blank lines at both ends. */
function withoutBlankEnds(text: string): string {
  const end = text.trimEnd().length
  if (end === 0) return ''
  const first = text.length - text.trimStart().length
  const lineEnd = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', first) + 1, lineEnd < 0 ? text.length : lineEnd)
}

function endOfLine(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isLineEnd(text, at)) at++
  return at
}

function afterLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2
  return isLineEnd(text, offset) ? offset + 1 : offset
}

function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code === 10 || code === 13
}
