import type { SourceRange } from '../tree/container-marks.ts'
import { commentBlocks } from '../syntax/comment-blocks.ts'
import { inContainer } from '../syntax/in-container.ts'
import { mathBlocks } from '../syntax/math-blocks.ts'
import { changeBetween, type ChangedStretch } from './change-between.ts'
import { countLines } from './chunk.ts'

/** Marks of containers at the beginning of a line. */
const marks = String.raw`[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*`
/** The same with those of definitions and footnotes. */
const allMarks = String.raw`[ \t>]*(?:(?:[-+*:]|\d{1,9}[.)]|\[\^[^\]]*\]:)[ \t]+)*`
const fence = new RegExp(`^(${allMarks})(\`{3,}(?=[^\`]*$)|~{3,}|\\$\\$(?!.*\\$\\$))`)
const item = /^([ \t]*)(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+/
const opening = new RegExp(`^(${marks})%%(?!%)(?!.*%%)`)
const html = /^[ \t>]*<[a-z/!?]/i
const heading = /^[ \t>]*#{1,6}(?:[ \t]|$)/
/**
 * Lines with which no paragraph goes on, or may not: nothing, headings and their underlines, rules, items, rows of
 * tables, definitions, HTML, footnotes. One too many costs time alone.
 */
const apart =
  /^[ \t>]*(?:$|#{1,6}(?:[ \t]|$)|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|(?:[-_*=][ \t]*)+$|\||:[ \t]|<[a-z/!?]|\[\^)/i
const quotes = /^[ \t>]*/

/**
 * Private comments that begin within a line and end in another block (N2), of a text whose header ends at
 * `from`. What stands in them takes part in nothing, so blocks can only be read around them. Those that begin a
 * line and end in the containers that they begin in are `commentFlow`, those within a paragraph `commentText`. Code
 * and formulas are left out as far as their lines show them: whoever reads the text knows better. `since` says how the text
 * differs from an earlier one, where that is known.
 */
export function longComments(
  text: string,
  from = 0,
  since?: { text: string; change: ChangedStretch }
): SourceRange[] {
  const first = text.indexOf('%%', from)
  if (first < 0 || text.indexOf('%%', first + 2) < 0) return []
  // Who reads a text asks, and who tells what is wrong with it asks again.
  if (last?.text !== text || last.from !== from) {
    const change = last?.text === since?.text ? since?.change : undefined
    last = (last && foundNoneAgain(text, from, last, change)) ?? findIn(text, from)
  }
  return last.found
}

/** What was found in a text from some offset on. */
interface Found {
  text: string
  from: number
  found: SourceRange[]
  /** Offsets, in order, from which on what is found is only a matter of what stands there. */
  fresh: number[]
  /** Whether all that was found is a matter of the lines around it, however the text goes on. */
  isLocal: boolean
}

/** The text that was asked about last. */
let last: Found | undefined

/** Characters between two of the offsets that are kept. */
const APART = 1000

/** The same where only some lines are others than those in which nothing was found: only these are looked over. */
function foundNoneAgain(
  text: string,
  from: number,
  before: Found,
  change?: ChangedStretch
): Found | undefined {
  if (!before.isLocal || before.found.length > 0 || before.from !== from) return undefined
  const { fresh } = before
  const { start, end, oldEnd } = change ?? changeBetween(before.text, text)
  const by = end - oldEnd
  // A line end in front of the change may be half of one now.
  const first = Math.max(0, firstFromOf(fresh, start) - 1)
  const begin = fresh[first]
  if (begin === undefined) return undefined
  let rest = fresh.length
  const again = findIn(text, begin, (at) => {
    if (at < end) return false
    const known = firstFromOf(fresh, at - by)
    if (fresh[known] !== at - by) return false
    rest = known
    return true
  })
  if (!again.isLocal || again.found.length > 0) return undefined
  const kept = fresh.slice(0, first)
  for (const at of again.fresh) kept.push(at)
  for (let at = rest; at < fresh.length; at++) kept.push((fresh[at] ?? 0) + by)
  return { ...before, text, fresh: kept }
}

/** Index of the first of some numbers in order that is not less than another. */
function firstFromOf(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Finds such comments from an offset on, up to the end or to a fresh place that `isEnd` says is known. There it
 * also ends where more is asked for than a few lines tell.
 */
function findIn(text: string, from: number, isEnd?: (at: number) => boolean): Found {
  const blocks = commentBlocks(text, false)
  const formulas = mathBlocks(text)
  const items = new OpenItems()
  const marks = new CommentMarks(text)
  const nextLine = nextLineOf(text, isEnd === undefined)
  const fresh = [from]
  let isLocal = true
  /** Lines that are read together. */
  let group: SourceRange | undefined
  let closer: string | undefined
  /** The marks of the containers in which that stands. */
  let around = ''
  /** Whether lines of HTML go on, in which no comment has lines of its own. */
  let inHtml = false
  /** The line, from 1, in which a comment of whole lines ends, and the last one of a formula. */
  let closing = 0
  let formulaEnd = 0
  let depth = 0
  let index = isEnd ? 0 : countLines(text.slice(0, from))
  for (let at = from; at < text.length; index++) {
    const start = at
    at = nextLine(at)
    if (index + 1 < closing || index + 1 <= formulaEnd) continue
    if (closer !== undefined && around !== '') {
      // What ends a container ends the code in it.
      const line = text.slice(start, at).trimEnd()
      if (inContainer(around, line) === undefined) closer = undefined
    }
    if (closer === undefined && index + 1 > closing && isWord(text.charCodeAt(start))) {
      if (depth > 0) finish()
      if (!group) items.clear()
      depth = 0
      group = { start: group?.start ?? start, end: at }
      continue
    }
    if (closer !== undefined && !mayEndFence(text, start, at, closer)) continue
    const words = text.slice(start, at).trimEnd()
    if (index + 1 === closing) group = { start: text.indexOf('%%', start) + 2, end: at }
    else if (closer !== undefined) {
      if (endsFence(words, closer)) closer = undefined
    } else {
      const [, lead = '', opener] = fence.exec(words) ?? []
      if (words === '') finish()
      else items.read(words, group === undefined)
      if (opener === '$$') {
        const end = isEnd ? undefined : formulas.closingLine(index + 1, widthOf(lead))
        if (end !== undefined) {
          finish()
          formulaEnd = end
          continue
        }
        isLocal = false
        if (isEnd) break
      } else if (opener !== undefined) {
        closer = opener
        around = /\S/.test(lead) ? lead : items.around(lead)
      }
      inHtml = (words !== '' || marks.isOpen) && (inHtml || html.test(words))
      const container = inHtml ? undefined : opening.exec(words)?.[1]
      const before = depth
      depth = quotes.exec(words)?.[0].replace(/[^>]/g, '').length ?? 0
      const isApart = depth !== before || apart.test(words)
      if (isApart || closer !== undefined || container !== undefined) finish()
      if (container !== undefined && !marks.isOpen) {
        isLocal = false
        if (isEnd) break
        closing = blocks.closingLine(index + 1, widthOf(container)) ?? 0
      }
      if (words === '' && !marks.isOpen && at < text.length) {
        if (isEnd?.(at)) break
        if (at >= (fresh.at(-1) ?? 0) + APART) fresh.push(at)
      }
      if (words === '' || closer !== undefined || closing > index + 1) continue
      group = { start: group?.start ?? start, end: at }
      if (heading.test(words)) finish()
    }
  }
  finish()
  return { text, from, found: marks.found, fresh, isLocal: isLocal && !marks.isOpen }

  function finish(): void {
    if (group) marks.look(group)
    group = undefined
  }
}

/** Whether a line that begins so only goes on with what stands above, or begins a paragraph. */
function isWord(code: number): boolean {
  const isLatin = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return isLatin || (code >= 0xc0 && code < 0x1680) || (code > 0x3040 && code < 0xd800)
}

/** Tells where the line after the one at an offset begins. */
function nextLineOf(text: string, isWhole: boolean): (from: number) => number {
  // To look for `\r` costs more than a few lines.
  if (!isWhole || text.includes('\r')) {
    const ends = /\n|\r(?!\n)/g
    return (from) => {
      ends.lastIndex = from
      return ends.test(text) ? ends.lastIndex : text.length
    }
  }
  return (from) => text.indexOf('\n', from) + 1 || text.length
}

/** The marks of items of lists that lines may stand in, outermost first. */
class OpenItems {
  #marks: string[] = []

  clear(): void {
    this.#marks = []
  }

  /** Takes a line that is not blank, and whether one stands above that is. */
  read(line: string, isApart: boolean): void {
    const [marks, lead = /^[ \t]*/.exec(line)?.[0] ?? ''] = item.exec(line) ?? []
    if (marks !== undefined || isApart) this.#leave(lead)
    if (marks !== undefined) this.#marks.push(marks)
  }

  /** The marks of that in which a line with such blanks stands; '' for none. */
  around(blanks: string): string {
    return this.#marks.findLast((marks) => marks.length <= blanks.length) ?? ''
  }

  #leave(lead: string): void {
    this.#marks = this.#marks.filter((marks) => marks.length <= lead.length)
  }
}

/** Whether a line may close what `opener` opened: most lines of code need no closer look. */
function mayEndFence(text: string, start: number, end: number, opener: string): boolean {
  let at = start
  while (at < end && ' \t>'.includes(text.charAt(at))) at++
  return text.charAt(at) === opener.charAt(0)
}

function endsFence(words: string, opener: string): boolean {
  const rest = words.replace(/^[ \t>]+/, '')
  return rest.length >= opener.length && rest === opener.charAt(0).repeat(rest.length)
}

/** Columns that containers take of a line, without the indentation of what stands in them. */
function widthOf(container: string): number {
  return /^.*[-+*.):>][ \t]?/.exec(container)?.[0].length ?? 0
}

/** Escapes, code, HTML and formulas, which hold no marks; and rows of marks. */
const sign = /\\[^]|`+|<[a-z/!?][^<>]*>|\$(?![\s$])(?:\\.|[^$\\\r\n])*(?<!\s)\$(?!\d)|%{2,}/gi

/** Looks for the marks of comments, group after group. */
class CommentMarks {
  readonly found: SourceRange[] = []
  readonly #text: string
  /** Where the comment begins whose end is looked for. */
  #open: number | undefined

  constructor(text: string) {
    this.#text = text
  }

  get isOpen(): boolean {
    return this.#open !== undefined
  }

  look({ start, end }: SourceRange): void {
    const words = this.#text.slice(start, end)
    let mark = words.includes('%%') ? nextMark(words, 0) : undefined
    while (mark) {
      const { index, 0: signs } = mark
      const before = words.slice(Math.max(0, index - 2), index)
      const behind = words.slice(index + signs.length, index + signs.length + 1)
      let at = index + signs.length
      if (quoted.test(before.slice(-1) + behind)) {
        // It is spoken about.
      } else if (this.#open !== undefined) {
        at = index + 2
        this.found.push({ start: this.#open, end: start + at })
        this.#open = undefined
      } else if (signs.length === 2 && !(/\d$/.test(before) && endsNumber.test(behind))) {
        const close = words.indexOf('%%', at)
        if (close >= 0 && row.test(words) && words.slice(at, close).includes('|')) {
          this.found.push({ start: start + index, end: start + close + 2 })
          at = close + 2
        } else if (close >= 0) at = close + 2
        else if (mayBeBefore.test(before) && !(/\d\s$/.test(before) && /^[ \t]?$/.test(behind))) {
          this.#open = start + index
          return
        }
      }
      mark = nextMark(words, at)
    }
  }
}

/** `"%%"` and `(%%)` */
const quoted = /^(?:""|''|\(\)|[“„]["”“]|[‘‚]['’‘]|«»|»«)$/

/** `100%% sure` */
const endsNumber = /^[\s!-/:-@[-`{-~]?$/

/** Behind a word, where words have blanks between them, and behind a slash it is a sign like others; so it is in `5 %% 3`. */
const mayBeBefore =
  /(?:^|[^\p{L}\p{N}/\\%]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])$/u

/** A row of a table, whose cells each have their own words. */
const row = /^[ \t>]*\|/

function nextMark(words: string, from: number): RegExpExecArray | undefined {
  const unclosed = new Set<number>()
  sign.lastIndex = from
  for (;;) {
    const found = sign.exec(words)
    if (!found || found[0].startsWith('%')) return found ?? undefined
    const { length } = found[0]
    if (!found[0].startsWith('`') || unclosed.has(length)) continue
    const run = new RegExp(`(?<!\`)\`{${length}}(?!\`)`, 'g')
    run.lastIndex = sign.lastIndex
    if (run.test(words)) sign.lastIndex = run.lastIndex
    else unclosed.add(length)
  }
}
