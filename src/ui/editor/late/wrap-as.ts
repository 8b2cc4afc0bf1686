import {
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand
} from '@codemirror/state'
import { headingAt, pairAt, stretchAt } from './stretch-at.ts'
import { wholeWords } from './whole-words.ts'

/** Tags that go around something. */
export const pairs = {
  question: ['[/Q]', '[Q/]'],
  answer: ['[/A]', '[A/]'],
  topic: ['[/T]', '[T/]']
} as const
export type PairKind = keyof typeof pairs

/**
 * Puts a pair of tags around the words that are selected, also in part, or takes it away where it is there already. Where
 * nothing is selected that means the words around the cursor: its paragraph, list item or table cell
 * from tag to tag; for a topic those of the heading. A question or answer around the cursor becomes
 * the other, or no longer is one. Where there are no words the cursor comes to stand between the tags.
 */
export function wrapAs(kind: PairKind): StateCommand {
  return ({ state, dispatch }) => {
    const edit = state.changeByRange((range) => wrapRange(state, kind, range))
    dispatch(state.update(edit, { scrollIntoView: true, userEvent: 'input.wrap' }))
    return true
  }
}

function wrapRange(state: EditorState, kind: PairKind, selected: SelectionRange) {
  const [opener, closer] = pairs[kind]
  const pair = selected.empty ? pairAt(state, selected.head) : undefined
  if (pair && pair.kind !== 'topic' && kind !== 'topic') {
    const isSame = pair.kind === kind
    return edited(selected, [
      { ...pair.opener, insert: isSame ? '' : opener },
      { ...pair.closer, insert: isSame ? '' : closer }
    ])
  }
  const { from, to } = selected.empty
    ? ((kind === 'topic' ? headingAt(state, selected.head) : undefined) ??
      stretchAt(state, selected.head))
    : wholeWords(state, trimmed(state, selected))
  const around = pairAround(state, kind, from, to)
  if (around) {
    return edited(
      selected.empty ? selected : EditorSelection.range(around.inner.from, around.inner.to),
      [
        { from: around.outer.from, to: around.inner.from, insert: '' },
        { from: around.inner.to, to: around.outer.to, insert: '' }
      ]
    )
  }
  const changes = [
    { from, to: from, insert: opener },
    { from: to, to, insert: closer }
  ]
  const isBetween = selected.head >= from && selected.head <= to
  return selected.empty && isBetween
    ? { changes, range: EditorSelection.cursor(selected.head + opener.length) }
    : { changes, range: EditorSelection.range(from + opener.length, to + opener.length) }
}

/** Changes, and where what is selected comes to stand by them. */
function edited(
  { anchor, head }: SelectionRange,
  parts: { from: number; to: number; insert: string }[]
) {
  const place = (at: number): number =>
    parts.reduce((moved, { from, to, insert }) => {
      if (at < from) return moved
      return moved + (at >= to ? insert.length - (to - from) : from - at)
    }, at)
  return { changes: parts, range: EditorSelection.range(place(anchor), place(head)) }
}

/** What is selected without the blanks at its ends. */
function trimmed({ doc }: EditorState, { from, to }: { from: number; to: number }) {
  const text = doc.sliceString(from, to)
  if (text.trim() === '') return { from, to: from }
  return { from: from + text.search(/\S/), to: from + text.trimEnd().length }
}

/** The pair that is selected with its tags, or stands right around what is selected. */
function pairAround({ doc }: EditorState, kind: PairKind, from: number, to: number) {
  const [opener, closer] = pairs[kind]
  const within = doc.sliceString(from, to)
  if (within.startsWith(opener) && within.endsWith(closer)) {
    return {
      outer: { from, to },
      inner: { from: from + opener.length, to: to - closer.length }
    }
  }
  const outer = { from: from - opener.length, to: to + closer.length }
  const isAround =
    outer.from >= 0 &&
    doc.sliceString(outer.from, from) === opener &&
    doc.sliceString(to, outer.to) === closer
  return isAround ? { outer, inner: { from, to } } : undefined
}
