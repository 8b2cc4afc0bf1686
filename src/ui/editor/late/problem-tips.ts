import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import {
  closeHoverTooltips,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip
} from '@codemirror/view'
import { severityNames } from '../../../state/page/count-problems.ts'
import { worded } from '../../../state/page/worded.ts'
import { mending, problemsBetween, type PlacedProblem } from '../problem-marks.ts'

/** Shows what is wrong at the cursor, beside it. */
const showTip = StateEffect.define<Tooltip | null>()

const tipAtCursor = StateField.define<Tooltip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) if (effect.is(showTip)) return effect.value
    return transaction.docChanged || transaction.selection ? null : tip
  },
  provide: (field) => showTooltip.from(field)
})

const onHover = hoverTooltip(
  ({ state }, at) => (state.field(tipAtCursor) ? null : tipFor(state, at)),
  { hideOnChange: true }
)

function tipFor(state: EditorState, at: number): Tooltip | null {
  const problems = problemsBetween(state, at, at)
  return problems[0] ? tipOf(problems) : null
}

function tipOf(problems: PlacedProblem[]): Tooltip {
  const from = Math.min(...problems.map(({ from }) => from))
  const to = Math.max(...problems.map(({ to }) => to))
  return {
    pos: from,
    end: to,
    above: true,
    create(view) {
      const dom = document.createElement('div')
      dom.className = 'cm-problem-tip'
      dom.setAttribute('role', 'tooltip')
      dom.append(...problems.map((one) => rowOf(view, one)))
      return { dom }
    }
  }
}

function rowOf(view: EditorView, { problem }: PlacedProblem): HTMLElement {
  const { severity, said, fix } = problem
  const row = document.createElement('div')
  const grade = document.createElement('strong')
  grade.className = `cm-grade-${severity}`
  grade.textContent = `${severityNames[severity]}: `
  row.append(grade, worded(said))
  if (fix && mending(view.state, fix)) {
    const button = document.createElement('button')
    const title = worded(fix.said)
    button.textContent = title
    button.title = `${title} (${/Mac/.test(navigator.platform) ? '⌘.' : 'Ctrl+.'} at the problem)`
    button.addEventListener('click', () => {
      mend(view, problem)
      view.focus()
    })
    row.append(button)
  }
  return row
}

function mend(view: EditorView, { fix }: PlacedProblem['problem']): boolean {
  const edit = fix && mending(view.state, fix)
  if (edit) view.dispatch(edit)
  return edit !== undefined
}

/** Mends the first problem at the cursor that can be mended; says whether there was one. */
export function mendAtCursor(view: EditorView): boolean {
  const { head } = view.state.selection.main
  return problemsBetween(view.state, head, head).some(({ problem }) => mend(view, problem))
}

/** Says what is wrong at the cursor. */
export function tellProblem(view: EditorView): void {
  const { state } = view
  view.dispatch({ effects: showTip.of(tipFor(state, state.selection.main.head)) })
}

/** What is wrong, and its mend, where the pointer rests or a key has led. */
export const problemTips: Extension = [
  tipAtCursor,
  onHover,
  keymap.of([
    {
      key: 'Escape',
      run(view) {
        if (!view.state.field(tipAtCursor) && !hasHoverTooltips(view.state)) return false
        view.dispatch({ effects: [showTip.of(null), closeHoverTooltips] })
        return true
      }
    }
  ])
]
