import { isContained } from './math-blocks.ts'

/** Where the lines of a document let a private comment end that begins on a line and goes on: asked from 1. */
export interface CommentBlocks {
  /** The line that holds the end; `Infinity` where a later piece of the text may, undefined for none. */
  closingLine(line: number, containerWidth: number): number | undefined
}

/**
 * Looks the lines over once, when the first `%%` asks. Of a `piece` more text follows, in which a comment
 * that stands in no container may end.
 */
export function commentBlocks(text: string, isPiece: boolean): CommentBlocks {
  let lines: string[] | undefined
  let next: (number | undefined)[] | undefined

  return {
    closingLine(line, containerWidth) {
      lines ??= text.split(/\r\n|\n|\r/)
      next ??= nextMarks(lines)
      const closing = next[line - 1]
      if (closing === undefined) return isPiece && containerWidth === 0 ? Infinity : undefined
      const between = () => lines?.slice(line, closing + 1) ?? []
      return isContained(between, containerWidth) ? closing + 1 : undefined
    }
  }
}

/** For each line, the index of the next later one that holds `%%`. */
function nextMarks(lines: string[]): (number | undefined)[] {
  const next: (number | undefined)[] = []
  let seen: number | undefined
  for (let at = lines.length - 1; at >= 0; at--) {
    next[at] = seen
    if (lines[at]?.includes('%%')) seen = at
  }
  return next
}
