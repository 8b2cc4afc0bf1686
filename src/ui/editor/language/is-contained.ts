import type { BlockContext, Line } from '@lezer/markdown'

/** Whether a line stands in all containers that are open: Lezer counts them, but tells nobody. */
export function isContained(context: BlockContext, line: Line): boolean {
  return (line as Line & { depth: number }).depth >= context.depth
}
