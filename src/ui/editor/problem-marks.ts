import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Diagnostic } from '../../document/model.ts'

const setProblems = StateEffect.define<Diagnostic[]>()

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    // Until the next reading the marks move with the text.
    let moved = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) moved = marksFor(effect.value, transaction.newDoc.length)
    }
    return moved
  },
  provide: (field) => EditorView.decorations.from(field)
})

/** Underlines problems in the text. */
export const problemMarks: Extension = field

/** Underlines these problems in place of those before. */
export function showProblems(problems: Diagnostic[]): StateEffect<Diagnostic[]> {
  return setProblems.of(problems)
}

function marksFor(problems: Diagnostic[], length: number): DecorationSet {
  const ranges = problems.flatMap(({ severity, message, start, end }) => {
    const from = Math.min(start.offset, length)
    const to = Math.min(Math.max(end.offset, from + 1), length)
    if (from >= to) return []
    const mark = Decoration.mark({
      class: `cm-problem cm-problem-${severity}`,
      attributes: { title: message }
    })
    return [mark.range(from, to)]
  })
  return Decoration.set(ranges, true)
}
