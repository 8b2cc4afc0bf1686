import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

interface Lines {
  first: number
  last: number
}

const light = StateEffect.define<Lines | null>()
const flashed = Decoration.line({ class: 'cm-flash' })
/** More lines than a screen shows need no light. */
const most = 200

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, newDoc }) {
    let moved = marks.map(changes)
    for (const effect of effects) {
      if (!effect.is(light)) continue
      moved = Decoration.none
      if (!effect.value) continue
      const { first, last } = effect.value
      const count = Math.min(last, newDoc.lines, first + most) - first + 1
      const starts = Array.from({ length: count }, (_, at) => newDoc.line(first + at).from)
      moved = Decoration.set(starts.map((start) => flashed.range(start)))
    }
    return moved
  },
  provide: (field) => EditorView.decorations.from(field)
})

/** Lights lines up for a moment, so that the eye finds where a click has led. */
export const flash: Extension = field

/** Lights up `first`–`last` (from 1); `null` puts the light out. */
export function lightUp(lines: Lines | null): StateEffect<Lines | null> {
  return light.of(lines)
}
