import type { Lines } from './lines.ts'

/**
 * Goes to the last of the lines, up to a blank one, that begin with a mark at the left edge; false where one of them
 * may go on without it.
 */
export function findMarkedEnd(lines: Lines, mark: number): boolean {
  const { text } = lines
  let last = lines.start
  while (lines.next < text.length) {
    lines.read(lines.next)
    if (lines.isBlank) break
    if (lines.code !== mark || lines.column > 0) return false
    last = lines.start
  }
  lines.read(last)
  return true
}
