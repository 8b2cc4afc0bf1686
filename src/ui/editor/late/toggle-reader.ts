import { syntaxTree } from '@codemirror/language'
import type { ChangeSpec, EditorState, StateCommand } from '@codemirror/state'
import { chapterAt, type ChapterRange } from '../chapter-range.ts'
import { tagNodes } from '../language/tag-styles.ts'

/** Tags that ask for what they stand in. */
export const readerTags = {
  'block-reader': '[/BLOCKREAD/]',
  'chapter-reader': '[/CHAPTREEREAD/]'
} as const
export type ReaderKind = keyof typeof readerTags

/** Puts a reader's tag under the heading of the chapter around the cursor, or takes it out. */
export function toggleReader(kind: ReaderKind): StateCommand {
  return ({ state, dispatch }) => {
    const chapter = chapterAt(state, state.selection.main.head)
    const there = placesOf(state, kind, chapter)
    const changes =
      there.length > 0
        ? there.map((place) => takeOut(state, place))
        : putIn(state, readerTags[kind], chapter)
    dispatch(state.update({ changes, userEvent: 'input.reader' }))
    return true
  }
}

function placesOf(state: EditorState, kind: ReaderKind, { from, to }: ChapterRange) {
  const places: { from: number; to: number }[] = []
  syntaxTree(state).iterate({
    from,
    to,
    enter(node) {
      if (node.name === tagNodes[kind] && node.from >= from && node.to <= to) {
        places.push({ from: node.from, to: node.to })
      }
    }
  })
  return places
}

/** A tag alone in its line goes with the line, another with one blank before it. */
function takeOut({ doc }: EditorState, { from, to }: { from: number; to: number }): ChangeSpec {
  const line = doc.lineAt(from)
  const isAlone = line.text.trim().length === to - from
  if (!isAlone) {
    const before = doc.sliceString(from - 1, from) === ' ' ? from - 1 : from
    return { from: before, to }
  }
  if (line.to < doc.length) return { from: line.from, to: line.to + 1 }
  return { from: Math.max(0, line.from - 1), to: line.to }
}

function putIn({ doc }: EditorState, tag: string, { headingEnd }: ChapterRange): ChangeSpec {
  if (headingEnd === undefined) return { from: 0, insert: `${tag}\n` }
  return { from: doc.lineAt(headingEnd).to, insert: `\n${tag}` }
}
