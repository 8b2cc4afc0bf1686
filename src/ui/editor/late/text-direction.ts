import { bidiIsolates } from '@codemirror/language'
import { Prec, RangeSetBuilder, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view'
import { lineEnds } from './line-ends.ts'

/** Letters of scripts that run from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const byItself = Decoration.line({ attributes: { dir: 'auto' } })

const directions = ViewPlugin.fromClass(
  class {
    lines: DecorationSet

    constructor(view: EditorView) {
      this.lines = linesToTurn(view)
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.lines = linesToTurn(view)
    }
  },
  { decorations: ({ lines }) => lines }
)

function linesToTurn({ visibleRanges, state: { doc } }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>()
  let last = -1
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at)
      if (line.from > last && rightToLeft.test(line.text)) lines.add(line.from, line.from, byItself)
      last = Math.max(last, line.from)
      at = line.to + 1
    }
  }
  return lines.finish()
}

/** Each line runs as its script does, and a tag in it keeps its own order. */
export const textDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  Prec.lowest(directions),
  bidiIsolates(),
  lineEnds
]
