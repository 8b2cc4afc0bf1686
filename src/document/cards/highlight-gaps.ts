import type { Nodes, RootContent } from 'mdast'
import { isBlank } from '../../markdown/trim-slice.ts'
import { troubleOf, type BrokenGap, type Gap, type Gaps } from './gaps.ts'

/** Whether a text may hold marked words: seen fast, wrong only where the signs are literal. */
export function mayHoldHighlights(source: string): boolean {
  return source.includes('==')
}

/**
 * Marked words as gaps, numbered in their order (N3.1): those of a question that has neither gaps of
 * its own nor an answer. `isWhole` says of a node whether the question holds all of it.
 */
export function highlightGaps(
  content: readonly RootContent[],
  isWhole: (node: Nodes) => boolean = () => true
): Gaps {
  const gaps: Gap[] = []
  const broken: BrokenGap[] = []
  let number = 0
  for (const node of content) visit(node, 0)
  return { gaps, broken }

  function visit(node: Nodes, depth: number): void {
    let within = depth
    if (node.type === 'highlight' && isWhole(node) && !isBlank(node)) {
      const numbers = [++number]
      const trouble = troubleOf(numbers, false, depth)
      if (trouble) broken.push({ at: node, trouble })
      else gaps.push({ numbers, open: node, close: node })
      within++
    }
    if ('children' in node) for (const child of node.children) visit(child, within)
  }
}
