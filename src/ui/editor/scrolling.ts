import { EditorView } from '@codemirror/view'
import type { Extension } from '@codemirror/state'

/**
 * Says which line stands at the top whenever the editor is scrolled, as `ScrollPlace` counts it, and
 * whether the end is in sight.
 */
export function tellScrolling(tell: (line: number, showsEnd: boolean) => void): Extension {
  let asked = false
  return EditorView.domEventObservers({
    scroll(_event, view) {
      if (asked) return
      asked = true
      view.requestMeasure({
        read: (view) => [topLine(view), showsEnd(view)] as const,
        write([line, isEnd]) {
          asked = false
          tell(line, isEnd)
        }
      })
    }
  })
}

/** Times that lines which come into sight may turn out to be higher than was thought. */
const most = 4

/**
 * Brings a line to the top: `12.5` puts half of line 12 above it. Heights of lines that were never in
 * sight are guesses, so it looks again once they are drawn, as long as `isWanted`.
 */
export function scrollToLine(view: EditorView, line: number, isWanted: () => boolean): void {
  let left = most
  const bring = (): void => {
    const { doc } = view.state
    const whole = Math.min(Math.max(Math.floor(line), 1), doc.lines)
    const { top, height } = view.lineBlockAt(doc.line(whole).from)
    const part = Math.min(Math.max(line - whole, 0), 1)
    view.scrollDOM.scrollTop = view.documentPadding.top + top + part * height
    if (left-- > 0) requestAnimationFrame(() => isWanted() && bring())
  }
  bring()
}

function topLine(view: EditorView): number {
  const height = Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top)
  const block = view.lineBlockAtHeight(height)
  const part = block.height > 0 ? (height - block.top) / block.height : 0
  return view.state.doc.lineAt(block.from).number + Math.min(Math.max(part, 0), 1)
}

function showsEnd(view: EditorView): boolean {
  const { scrollTop, clientHeight } = view.scrollDOM
  const end = view.documentPadding.top + view.lineBlockAt(view.state.doc.length).bottom
  return end <= scrollTop + clientHeight + 1
}
