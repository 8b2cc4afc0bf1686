import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand
} from '@codemirror/state'
import { chapterAt } from '../chapter-range.ts'

/** Tags that go around something. */
export const pairs = {
  question: ['[/Q]', '[Q/]'],
  answer: ['[/A]', '[A/]'],
  topic: ['[/T]', '[T/]']
} as const
export type PairKind = keyof typeof pairs

/**
 * Puts a pair of tags around what is selected, or takes it away where it is there already. Where
 * nothing is selected the cursor comes to stand between the tags; a topic takes the words of the
 * heading.
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
  const { from, to } = trimmed(state, kind === 'topic' ? headingWords(state, selected) : selected)
  const around = pairAround(state, kind, from, to)
  if (around) {
    const shift = around.inner.from - around.outer.from
    return {
      changes: [
        { from: around.outer.from, to: around.inner.from },
        { from: around.inner.to, to: around.outer.to }
      ] satisfies ChangeSpec[],
      range: EditorSelection.range(around.inner.from - shift, around.inner.to - shift)
    }
  }
  return {
    changes: [
      { from, insert: opener },
      { from: to, insert: closer }
    ] satisfies ChangeSpec[],
    range: EditorSelection.range(from + opener.length, to + opener.length)
  }
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

/** Where nothing is selected in a heading, all its words. */
function headingWords(state: EditorState, selected: SelectionRange) {
  const line = state.doc.lineAt(selected.head)
  const { from, headingEnd } = chapterAt(state, line.to)
  const isHeading = headingEnd !== undefined && line.from >= from && line.from <= headingEnd
  const words =
    /^ {0,3}(?:#{1,6}[ \t]+)?(?<words>.*?)(?:[ \t]+#+)?(?:[ \t]*\{[^}]*\})?[ \t]*$/.exec(line.text)
  const text = words?.groups?.['words'] ?? ''
  if (!selected.empty || !isHeading || text === '') return selected
  const at = line.from + line.text.indexOf(text)
  return { from: at, to: at + text.length }
}
