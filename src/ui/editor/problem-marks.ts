import {
  type ChangeDesc,
  ChangeSet,
  MapMode,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type TransactionSpec
} from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { PageFix, PageProblem } from '../../worker/reader/page-problem.ts'

/** A problem, and where it stands in the text as it is now. */
export interface PlacedProblem {
  from: number
  to: number
  problem: PageProblem
}

interface Problems {
  marks: DecorationSet
  /** What was typed since the problems were found: their fixes move along. */
  since: ChangeDesc
}

const setProblems = StateEffect.define<PageProblem[]>()

const field = StateField.define<Problems>({
  create: ({ doc }) => ({ marks: Decoration.none, since: nothingSince(doc.length) }),
  update({ marks, since }, { changes, docChanged, effects, newDoc }) {
    for (const effect of effects) {
      if (effect.is(setProblems)) {
        return { marks: marksFor(effect.value, newDoc.length), since: nothingSince(newDoc.length) }
      }
    }
    if (!docChanged) return { marks, since }
    return { marks: marks.map(changes), since: since.composeDesc(changes.desc) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks)
})

/** Underlines problems in the text. */
export const problemMarks: Extension = field

/** Underlines these problems in place of those before. */
export function showProblems(problems: PageProblem[]): StateEffect<PageProblem[]> {
  return setProblems.of(problems)
}

/** The problems between two places, in the order of the text. */
export function problemsBetween(state: EditorState, from: number, to: number): PlacedProblem[] {
  const found: PlacedProblem[] = []
  state.field(field).marks.between(from, to, (from, to, mark) => {
    const { problem } = mark.spec as { problem: PageProblem }
    found.push({ from, to, problem })
  })
  return found
}

/** The edit that mends a problem; undefined where the text has changed in that very place. */
export function mending(state: EditorState, fix: PageFix): TransactionSpec | undefined {
  const { since } = state.field(field)
  if (fix.end > since.length) return undefined
  const isOne = fix.start === fix.end
  const from = since.mapPos(fix.start, isOne ? -1 : 1, MapMode.TrackDel)
  const to = isOne ? from : since.mapPos(fix.end, -1, MapMode.TrackDel)
  if (from === null || to === null || to < from) return undefined
  return { changes: { from, to, insert: fix.text }, userEvent: 'input.mend', scrollIntoView: true }
}

function nothingSince(length: number): ChangeDesc {
  return ChangeSet.empty(length).desc
}

function marksFor(problems: PageProblem[], length: number): DecorationSet {
  const ranges = problems.flatMap((problem) => {
    const from = Math.min(problem.start.offset, length)
    const to = Math.min(Math.max(problem.end.offset, from + 1), length)
    if (from >= to) return []
    const mark = Decoration.mark({
      class: `cm-problem cm-problem-${problem.severity}`,
      problem
    })
    return [mark.range(from, to)]
  })
  return Decoration.set(ranges, true)
}
