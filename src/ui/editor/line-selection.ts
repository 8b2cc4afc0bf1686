import { EditorSelection, type Extension } from '@codemirror/state'
import { keymap, type Command } from '@codemirror/view'

/**
 * Selecting to the end of a line, or to its start, means the line as it is written: a long one is
 * wrapped only on the screen, and half a sentence is nobody's answer. Going there without selecting
 * stops where the screen wraps, as elsewhere.
 */
export const lineSelection: Extension = keymap.of([
  { key: 'End', shift: selectTo(true) },
  { key: 'Home', shift: selectTo(false) },
  { mac: 'Cmd-ArrowRight', shift: selectTo(true) },
  { mac: 'Cmd-ArrowLeft', shift: selectTo(false) }
])

function selectTo(isForward: boolean): Command {
  return (view) => {
    const { doc, selection } = view.state
    const ranges = selection.ranges.map(({ anchor, head }) => {
      const { from, to, text } = doc.lineAt(head)
      const words = from + Math.max(text.search(/\S/), 0)
      const start = head === words ? from : words
      return EditorSelection.range(anchor, isForward ? to : start)
    })
    view.dispatch({
      selection: EditorSelection.create(ranges, selection.mainIndex),
      scrollIntoView: true,
      userEvent: 'select'
    })
    return true
  }
}
