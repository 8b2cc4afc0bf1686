import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { editsOf, rangeOf, type Draft } from './draft.ts'
import type { FoundEdit } from './found-card.ts'
import { firstEndingAfter, type Note } from './note.ts'
import type { Rule } from './rule.ts'
import { isTemplateSide } from './template-fields.ts'

/** A draft on its way to be a card: the stretch it takes, its line, and its edits. */
export interface Candidate extends SourceRange {
  rule: Rule
  draft: Draft
  /** Line on which the question begins, from 1. */
  line: number
  edits: FoundEdit[]
}

/** The candidates of some rules in the order of the text, none over another: an earlier rule goes first. */
export function candidatesIn(note: Note, rules: readonly Rule[]): Candidate[] {
  const taken: Candidate[] = []
  const lineOf = lineFinder(note.text)
  for (const rule of rules) {
    const drafts = rule
      .find(note, taken)
      .flatMap((draft) => withoutCalloutMark(draft, note.text))
      .filter((draft) => !isOfTemplate(draft, note.text))
      .map((draft) => ({ draft, ...rangeOf(draft) }))
    for (const { draft, ...range } of drafts.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const at = firstEndingAfter(taken, range.start)
      if ((taken[at]?.start ?? Infinity) < range.end || !note.isFree(range)) continue
      const line = lineOf(draft.question.start)
      taken.splice(at, 0, { rule, draft, ...range, line, edits: editsOf(note.text, draft) })
    }
  }
  return taken
}

/** The begin of a callout, which begins none behind a label: `A: > [!note] The cell.` */
const calloutMark = /^>[ \t]*\[![^[\]\r\n]+\][-+]?(?:[ \t]+|(?=[\r\n]|$))/

/** A draft with that mark taken out of its answer, which may begin on the next line; none where nothing follows. */
function withoutCalloutMark(draft: Draft, text: string): Draft[] {
  const { answer, replaced } = draft
  if (!answer || answer.opensLine) return [draft]
  const [mark = ''] = calloutMark.exec(text.slice(answer.start, answer.end)) ?? []
  if (mark === '') return [draft]
  const behind = answer.start + mark.length
  const start = behind + (/^(?:\r\n|[\r\n])/.exec(text.slice(behind, behind + 2))?.[0].length ?? 0)
  if (start >= answer.end || /[\r\n]/.test(text.charAt(start))) return []
  const gone = { start: answer.start, end: start, insert: '' }
  const below = start > behind &&
    text.startsWith('>', start) && { opensLine: true, blockStart: start }
  return [{ ...draft, answer: { ...answer, start, ...below }, replaced: [...replaced, gone] }]
}

function isOfTemplate({ question, answer }: Draft, text: string): boolean {
  return [question, answer].some((side) => side && isTemplateSide(text.slice(side.start, side.end)))
}

/** Finds the line, from 1, on which a place stands. */
function lineFinder(text: string): (offset: number) => number {
  let ends: { start: number; end: number }[] | undefined
  return (offset) => {
    // Most notes hold no card.
    ends ??= [...text.matchAll(/\r\n|\n|\r/g)].map(({ index }) => ({
      start: index,
      end: index + 1
    }))
    return firstEndingAfter(ends, offset) + 1
  }
}
