import type { SourceRange } from '../tree/container-marks.ts'

/** Replaces `start`–`end` of a text (UTF-16 offsets) by `insert`. */
export interface TextEdit extends SourceRange {
  insert: string
}

/** The text with some edits, none of which lies over another. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, insert } of inOrder(edits)) {
    result += text.slice(from, start) + insert
    from = end
  }
  return result + text.slice(from)
}

/** Edits by their place; those at one place stay as they came. */
export function inOrder<Edit extends TextEdit>(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
