import { EditorSelection, type Extension, type SelectionRange } from '@codemirror/state'
import { Direction, EditorView, keymap, type Command } from '@codemirror/view'

/*
 * A tag keeps its own order, so at the left end of a line that runs from right to left stands its
 * beginning. CodeMirror looks at what is drawn there, and would go before the tag for the line's end.
 */

const toStart = (view: EditorView, range: SelectionRange) => edgeFrom(view, range, false)
const toEnd = (view: EditorView, range: SelectionRange) => edgeFrom(view, range, true)

/** Home, End and clicks beside a line lead to where it begins and ends, in every script. */
export const lineEnds: Extension = [
  keymap.of([
    { key: 'Home', run: go(toStart), shift: select(toStart) },
    { key: 'End', run: go(toEnd), shift: select(toEnd) },
    { mac: 'Cmd-ArrowRight', run: go(toStart), shift: select(toStart) },
    { mac: 'Cmd-ArrowLeft', run: go(toEnd), shift: select(toEnd) }
  ]),
  EditorView.mouseSelectionStyle.of((view, event) => {
    if (event.button !== 0 || event.detail > 1) return null
    const edge = edgeBeside(view, event)
    if (edge === undefined) return null
    return {
      get(now, extend) {
        const { anchor } = extend ? view.state.selection.main : { anchor: edge }
        const head =
          now === event ? edge : view.posAtCoords({ x: now.clientX, y: now.clientY }, false)
        return EditorSelection.single(anchor, head)
      },
      update: () => false
    }
  })
]

type Find = (view: EditorView, range: SelectionRange) => number | undefined

function go(find: Find): Command {
  return (view) => move(view, find, (head) => EditorSelection.cursor(head))
}

function select(find: Find): Command {
  return (view) => move(view, find, (head, { anchor }) => EditorSelection.range(anchor, head))
}

/** Leaves the key to CodeMirror where some cursor stands in another kind of line. */
function move(
  view: EditorView,
  find: Find,
  make: (head: number, range: SelectionRange) => SelectionRange
): boolean {
  const { ranges, mainIndex } = view.state.selection
  const moved: SelectionRange[] = []
  for (const range of ranges) {
    const head = find(view, range)
    if (head === undefined) return false
    moved.push(make(head, range))
  }
  const selection = EditorSelection.create(moved, mainIndex)
  view.dispatch({ selection, scrollIntoView: true, userEvent: 'select' })
  return true
}

/** The begin or end of a line that runs to the left, if it is on the cursor's row of the screen. */
function edgeFrom(
  view: EditorView,
  { head, assoc }: SelectionRange,
  end: boolean
): number | undefined {
  const line = view.state.doc.lineAt(head)
  if (view.textDirectionAt(line.from) === Direction.LTR) return undefined
  const edge = end ? line.to : line.from
  const here = view.coordsAtPos(head, assoc < 0 ? -1 : 1)
  const there = view.coordsAtPos(edge, end ? -1 : 1)
  const isOnRow = here && there && there.top < here.bottom && there.bottom > here.top
  return isOnRow ? edge : undefined
}

/** The begin or end of a line that runs to the left, if this place is beside its text. */
function edgeBeside(view: EditorView, { clientX: x, clientY: y }: MouseEvent): number | undefined {
  const near = view.posAtCoords({ x, y }, false)
  const line = view.state.doc.lineAt(near)
  if (view.textDirectionAt(line.from) === Direction.LTR) return undefined
  const drawn = ([-1, 1] as const).flatMap((side) => view.coordsAtPos(near, side) ?? [])
  const end = x < Math.min(...drawn.map(({ left }) => left))
  if (!end && x <= Math.max(...drawn.map(({ right }) => right))) return undefined
  const edge = end ? line.to : line.from
  const there = view.coordsAtPos(edge, end ? -1 : 1)
  return there && there.top <= y && there.bottom >= y ? edge : undefined
}
