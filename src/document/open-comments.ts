import type { Nodes, RootContent } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import type { Problem } from './diagnostics.ts'

/** Behind a word, a number or a slash it is a sign like others: `100%% sure`. */
const opener = /(?<![^\s([{"'*_~=|>-])%%(?!%)/g

/** Places where a private comment begins that nothing ends, so that all can read it (N2). */
export function openComments(text: string, blocks: RootContent[]): Problem[] {
  if (!text.includes('%%')) return []
  return blocks.flatMap(openersIn).map((start) => ({
    start,
    end: start + 2,
    code: 'unclosed-comment',
    message:
      '%% begins a private comment here that nothing ends, so it is shown. Write %% at its end; one with blank lines in it begins a line of its own. If it is meant as text, write \\%%.'
  }))

  function openersIn(node: Nodes): number[] {
    if (node.type === 'text' && node.position) {
      const { start, end } = offsets(node)
      return Array.from(text.slice(start, end).matchAll(opener), ({ index }) => start + index)
    }
    return 'children' in node ? node.children.flatMap(openersIn) : []
  }
}
