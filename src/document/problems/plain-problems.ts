import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { isWholeCode, withoutCode } from '../../markdown/scan/code-spans.ts'
import { withoutRanges } from '../../markdown/scan/without-ranges.ts'
import { judgeFormula } from '../../render/tex/judge-formula.ts'

/** Dollars in a row, and the backslashes before them. */
const dollars = /(\\*)(\$+)/g
/** What may take a dollar in, so that it closes nothing: code, HTML, addresses, links to notes. */
const takesIn = /[`<]|\]\(|\[\[|:\/\/|www\./i
/** So many stretches between dollars are judged; in real text each dollar begins one or none. */
const MOST_JUDGED = 500

/**
 * Whether formulas in plain blocks may be such as are not drawn: judged is what stands between any two marks of which one
 * may open and the other close a formula. `fences` is the code that stands in a list between fences.
 */
export function mayHoldFaultyFormulas(source: string, fences: readonly SourceRange[]): boolean {
  if (!source.includes('$')) return false
  const words = withoutRanges(source, fences)
  return (
    words.includes('$') &&
    mayHoldFaults(
      words
        .split(/\n[ \t\r]*\n/)
        .map(masked)
        .join('\n\n')
    )
  )
}

/** Lines without the code in them, where all of it is certain. */
function masked(lines: string): string {
  const isSure = lines.split(/\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/).every(isWholeCode)
  return isSure ? withoutCode(lines) : lines
}

/** One or two dollars in a row. */
interface Mark extends SourceRange {
  size: number
}

function mayHoldFaults(words: string): boolean {
  const marks = marksIn(words)
  let judged = 0
  for (const [at, open] of marks.entries()) {
    if (open.size === 1 && /^\s/.test(words.slice(open.end, open.end + 1))) continue
    for (let next = at + 1; next < marks.length; next++) {
      const close = marks[next]
      if (close?.size !== open.size) continue
      const tex = words.slice(open.end, close.start)
      const closes = open.size === 2 || (!/\s$/.test(tex) && !isDigit(words, close.end))
      if (closes && (++judged > MOST_JUDGED || isFaulty(tex))) return true
      // Of single dollars the next one closes, or none does.
      if (!takesIn.test(tex) && (open.size === 1 || /[^\s[/]\s*$/.test(tex))) break
    }
  }
  return false
}

function marksIn(words: string): Mark[] {
  const marks: Mark[] = []
  for (const { index, 0: written, 1: escapes = '', 2: signs = '' } of words.matchAll(dollars)) {
    // A dollar behind a backslash that is not escaped is a sign like others.
    const size = signs.length - (escapes.length % 2)
    const end = index + written.length
    if (size === 1 || size === 2) marks.push({ start: end - size, end, size })
  }
  return marks
}

function isDigit(words: string, at: number): boolean {
  const code = words.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** As the parser gives the formula: without the indentation of its lines. */
function isFaulty(tex: string): boolean {
  return judgeFormula(tex.replace(/\r?\n[ \t]*/g, ' ').trim(), 'page').length > 0
}
