import type { Nodes, Root } from 'mdast'
import { commentsIn } from '../tree/comments.ts'
import type { SourceRange } from '../tree/container-marks.ts'
import { firstFrom } from '../first-from.ts'

/** A text, read. */
export interface Parsed {
  root: Root
  /** Marks of continued containers, in document order (see `collectMarks`). */
  marks: SourceRange[]
}

/** A comment on one line, which reads like any other. */
const standIn = '%%.%%'

/**
 * Reads a text with a short comment in the place of each of some long ones, and gives the tree that the text has: what
 * stands in them is nothing, and all places are those in the text. If some turn out to be none where they stand,
 * as in code that only `read` sees, those are read as they are written.
 */
export function readAround(
  text: string,
  comments: SourceRange[],
  read: (text: string) => Parsed
): Parsed {
  const parsed = readShort(text, comments, read)
  const kept = commentsOf(text, parsed, comments)
  if (kept.length === comments.length) return parsed
  const again = readShort(text, kept, read)
  return commentsOf(text, again, kept).length === kept.length ? again : read(text)
}

function readShort(text: string, comments: SourceRange[], read: (text: string) => Parsed): Parsed {
  if (comments.length === 0) return read(text)
  let short = ''
  let at = 0
  /** Where stretches of the text begin that stand in the short one as they are: in it, and in the text. */
  const stretches = [{ start: 0, from: 0 }]
  for (const { start, end } of comments) {
    short += text.slice(at, start) + standIn
    stretches.push({ start: short.length, from: end })
    at = end
  }
  const { root, marks } = read(short + text.slice(at))
  const lines = lineStarts(text)
  movePlaces(root)
  return { root, marks: marks.map(({ start, end }) => ({ start: place(start), end: place(end) })) }

  function place(offset: number): number {
    const { start, from } = stretches[firstFrom(stretches, offset + 1) - 1] ?? { start: 0, from: 0 }
    return from + offset - start
  }

  function movePlaces(node: Nodes): void {
    // What stands in a block may be read by its place when it is asked for.
    if ('children' in node) for (const child of node.children) movePlaces(child)
    const before = node.position?.start.offset ?? 0
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      const offset = place(point.offset ?? 0)
      const line = firstFrom(lines, offset + 1)
      Object.assign(point, { offset, line, column: offset - (lines[line - 1]?.start ?? 0) + 1 })
    }
    for (const comment of node.data?.comments ?? []) {
      const by = place(before)
      comment.start = place(before + comment.start) - by
      comment.end = place(before + comment.end) - by
    }
  }
}

/** Which of some ranges are comments in a tree. */
function commentsOf(text: string, { root }: Parsed, ranges: SourceRange[]): SourceRange[] {
  const starts = new Set(commentsIn(text, root.children).map(({ start }) => start))
  return ranges.filter(({ start }) => starts.has(start))
}

function lineStarts(text: string): { start: number }[] {
  const ends = text.matchAll(/\r\n|\n|\r/g)
  return [{ start: 0 }, ...Array.from(ends, ({ 0: end, index }) => ({ start: index + end.length }))]
}
