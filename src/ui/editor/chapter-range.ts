import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

/** The chapter around a place: its own text, to the next heading of any level (L4.5). */
export interface ChapterRange {
  from: number
  to: number
  /** Where its heading ends; undefined before the first heading. */
  headingEnd: number | undefined
}

/** Milliseconds that reading on to a place may take before the answer is a guess. */
const patience = 100

/** The level of a heading by its name in the syntax, 0 for all else. */
export function levelOf(name: string): number {
  const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1]
  return level === undefined ? 0 : Number(level)
}

/** The chapter that a place belongs to. */
export function chapterAt(state: EditorState, at: number): ChapterRange {
  const { topNode } = ensureSyntaxTree(state, at, patience) ?? syntaxTree(state)
  let block = topNode.childBefore(at + 1) ?? topNode.firstChild
  let after = block?.nextSibling ?? null
  while (block && levelOf(block.name) === 0) block = block.prevSibling
  while (after && levelOf(after.name) === 0) after = after.nextSibling
  return {
    from: block?.from ?? 0,
    to: after?.from ?? state.doc.length,
    headingEnd: block?.to
  }
}
