import { DEEPEST } from '../../document/cards/gaps.ts'
import { inline, type Draft } from '../draft.ts'
import type { FoundEdit } from '../found-card.ts'
import { leadingHashtags, trailingHashtags, visibleEnd } from '../line-ends.ts'
import { hidden } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { holdsArrows } from './double-arrow.ts'

/**
 * Sentences with gaps: Anki's `{{c1::…}}`, Logseq's `{{cloze …}}`, `C: … […]` of hashcards, and
 * `==…==` where the note says that it holds flashcards, `{{…}}` there and beside RemNote's arrows. A paragraph is one card; so is each of its
 * lines where every one counts its gaps from 1.
 */
export const cloze: Rule = {
  name: 'cloze',
  certain: true,
  sign: /\{\{|==|C:/,
  find: (note: Note) => {
    const marks = note.holdsFlashcards && note.readsMarks
    const braces = note.text.search(bareGap) >= 0 && (note.holdsFlashcards || holdsArrows(note))
    return note.passages
      .filter(({ node }) => node.type !== 'heading')
      .flatMap((passage) => draftsOf(passage, { marks, braces }))
  }
}

const ankiGap = /\{\{c\d{1,3}::[\s\S]+?\}\}/
const firstGap = /\{\{c1::/
const logseqGap = /\{\{cloze[ \t]+([^{}]+)\}\}/g
/** The two backslashes before a hint, which are an escape: `{{cloze Paris\\a city}}`. */
const hintMark = new RegExp(`(?<=[^${hidden}])${hidden}{2}(?=[^${hidden}])`)
const mark = /(?<![=\\])==(?![=\s])[^=]+(?<!\s)==(?!=)/
/** What fills nothing in: no macro, no field of a template. */
const bareGap =
  /\{\{(?!c\d|cloze\b|(?:query|embed|renderer|video|youtube|tweet|namespace|date|time|title|name|value|cursor|today|folder)\b)(?=[^{}]*\p{L}|[^{}]*\d)[^{}[\]:]+\}\}/gu
const hashcard = /^C:[ \t]*/
const bracket = /\[([^[\]]+)\](?![([:])/g

function draftsOf(passage: Passage, also: { marks: boolean; braces: boolean }): Draft[] {
  if (!cloze.sign.test(passage.source)) return []
  const { lines } = passage
  const words = lines.map((line) => line.words).join('\n')
  if (ankiGap.test(words)) {
    if (isTooDeep(words)) return []
    const isEach = lines.length > 1 && lines.every((line) => firstGap.test(line.words))
    return isEach ? lines.flatMap((line) => draftOf([line], [])) : draftOf(lines, [])
  }
  if (words.includes('{{cloze')) return draftOf(lines, lines.flatMap(fromLogseq))
  if (hashcard.test(words) && words.includes('[')) return draftOf(lines, fromHashcards(lines))
  if (also.braces) {
    const gaps = fromBraces(lines)
    if (gaps.length > 0) return draftOf(lines, gaps)
  }
  return also.marks && mark.test(words) ? draftOf(lines, []) : []
}

/** Whether gaps stand in each other more deeply than Anki reads them. */
function isTooDeep(words: string): boolean {
  let depth = 0
  for (const [mark] of words.matchAll(/\{\{c\d{1,3}::|\}\}/g)) {
    depth = mark === '}}' ? Math.max(depth - 1, 0) : depth + 1
    if (depth > DEEPEST + 1) return true
  }
  return false
}

function draftOf(lines: Line[], replaced: FoundEdit[]): Draft[] {
  const first = lines[0]
  const last = lines.findLast((line) => visibleEnd(line) > line.start)
  if (!first || !last) return []
  const label = replaced.find(
    ({ start, end, insert }) => start === first.start && insert === '' && end > start
  )
  const start = label ? label.end : first.start + leadingHashtags(first.words)
  const words = last.words.slice(0, visibleEnd(last) - last.start)
  const end = last.start + words.length - trailingHashtags(words)
  return end > start ? [{ question: inline(start, end), replaced }] : []
}

function fromLogseq({ start, words }: Line): FoundEdit[] {
  return [...words.matchAll(logseqGap)].flatMap(({ index, 0: all, 1: gap = '' }) => {
    const from = start + index
    const inner = from + all.length - gap.length - 2
    const hint = hintMark.exec(gap)
    const at = inner + (hint?.index ?? 0)
    return [
      { start: from, end: inner, insert: '{{c1::' },
      ...(hint ? [{ start: at, end: at + 2, insert: '::' }] : [])
    ]
  })
}

/** Each pair of braces is a gap of its own. */
function fromBraces(lines: Line[]): FoundEdit[] {
  const found = lines.flatMap(({ start, words }) =>
    [...words.matchAll(bareGap)].map(({ index }) => start + index)
  )
  return found.map((at, index) => ({
    start: at,
    end: at + 2,
    insert: `{{c${String(index + 1)}::`
  }))
}

/** Each pair of brackets is a gap of its own. */
function fromHashcards(lines: Line[]): FoundEdit[] {
  const first = lines[0]
  if (!first) return []
  let count = 0
  const gaps = lines.flatMap(({ start, words }) =>
    [...words.matchAll(bracket)].flatMap(({ index, 0: all }) => {
      const open = start + index
      const close = open + all.length - 1
      count++
      return [
        { start: open, end: open + 1, insert: `{{c${count}::` },
        { start: close, end: close + 1, insert: '}}' }
      ]
    })
  )
  const label = hashcard.exec(first.words)?.[0].length ?? 0
  return count > 0 ? [{ start: first.start, end: first.start + label, insert: '' }, ...gaps] : []
}
