import { codes } from 'micromark-util-symbol'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { isWholeCode, withoutCode } from '../../markdown/scan/code-spans.ts'
import { withoutRanges } from '../../markdown/tree/without-ranges.ts'
import { judgeFormula } from '../../render/tex/judge-formula.ts'

/** What may take a dollar in, so that it closes nothing: code, HTML, addresses, links to notes. */
const takesIn = /[`<]|\]\(|\[\[|:\/\/|www\./i
/** Characters between dollars that are judged, in all and for each of the text: in real text each stands between two of them or none. */
const MOST_JUDGED = 20_000
const JUDGED_EACH = 4

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
  let left = MOST_JUDGED + JUDGED_EACH * words.length
  for (const [at, open] of marks.entries()) {
    if (open.size === 1 && isBlank(words.charCodeAt(open.end))) continue
    for (let next = at + 1; next < marks.length; next++) {
      const close = marks[next]
      if (close?.size !== open.size) continue
      const tex = words.slice(open.end, close.start)
      left -= tex.length + 1
      if (left < 0) return true
      if ((open.size === 2 || closesHere(words, close)) && isFaulty(tex)) return true
      // Of single dollars the next one closes, or none does.
      if ((open.size === 1 || /[^\s[/]\s*$/.test(tex)) && !takesIn.test(tex)) break
    }
  }
  return false
}

function marksIn(words: string): Mark[] {
  const marks: Mark[] = []
  for (let at = words.indexOf('$'); at >= 0;) {
    let end = at + 1
    while (words.charCodeAt(end) === codes.dollarSign) end++
    let before = at
    while (words.charCodeAt(before - 1) === codes.backslash) before--
    // A dollar behind a backslash that is not escaped is a sign like others.
    const size = end - at - ((at - before) & 1)
    if (size === 1 || size === 2) marks.push({ start: end - size, end, size })
    at = words.indexOf('$', end)
  }
  return marks
}

/** Whether a single dollar may close a formula: behind no blank, and before no digit. */
function closesHere(words: string, { start, end }: SourceRange): boolean {
  const after = words.charCodeAt(end)
  const isBeforeDigit = after >= codes.digit0 && after <= codes.digit9
  return !isBeforeDigit && !isBlank(words.charCodeAt(start - 1))
}

function isBlank(code: number): boolean {
  return code === codes.space || code === codes.ht || code === codes.lf || code === codes.cr
}

/** As the parser gives the formula: without the indentation of its lines. */
function isFaulty(tex: string): boolean {
  const line = tex.includes('\n') ? tex.replace(/\r?\n[ \t]*/g, ' ') : tex
  return judgeFormula(line.trim(), 'page').length > 0
}
