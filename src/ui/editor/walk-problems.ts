import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { worded } from '../../state/page/worded.ts'
import { problemsBetween, type PlacedProblem } from './problem-marks.ts'

/** Goes to the next problem (`1`) or the one before (`-1`) from a place, if there is one. */
export function walkProblems(
  view: EditorView,
  by: 1 | -1,
  head = view.state.selection.main.head
): PlacedProblem | undefined {
  const { state } = view
  const all = problemsBetween(state, 0, state.doc.length)
  const next =
    by === 1 ? all.find(({ from }) => from > head) : all.findLast(({ from }) => from < head)
  if (!next) return undefined
  view.dispatch({
    selection: EditorSelection.cursor(next.from),
    effects: [
      EditorView.scrollIntoView(next.from, { y: 'nearest', yMargin: 80 }),
      EditorView.announce.of(worded(next.problem.said))
    ]
  })
  return next
}
