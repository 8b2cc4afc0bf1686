import type { RootContent } from 'mdast'
import type { Position } from '../model.ts'

/** Lines and columns of some offsets in a text. Lines are counted from the blocks on in which these stand. */
export function positionsIn(
  text: string,
  offsets: readonly number[],
  blocks: readonly RootContent[]
): ReadonlyMap<number, Position> {
  const positions = new Map<number, Position>()
  const ends = /\r\n|\n|\r/g
  let [line, lineStart, nextLine] = [1, 0, 0]
  let block = 0
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    while ((blocks[block]?.position?.start.offset ?? Infinity) <= offset) block++
    const start = blocks[block - 1]?.position?.start
    if (start && start.line > line) {
      line = start.line
      lineStart = (start.offset ?? 0) - start.column + 1
      nextLine = 0
    }
    while (nextLine <= offset) {
      if (nextLine > lineStart) {
        line++
        lineStart = nextLine
      }
      ends.lastIndex = lineStart
      nextLine = ends.test(text) ? ends.lastIndex : Infinity
    }
    positions.set(offset, { line, column: offset - lineStart + 1, offset })
  }
  return positions
}
