import type { RootContent } from 'mdast'
import type { TagPlace } from '../tag-places.ts'
import { trimmed } from '../trim-slice.ts'

/** Blocks without what stands between some pairs of tags; nothing empty is left behind. */
export function withoutSpans(
  blocks: RootContent[],
  spans: { open: TagPlace; close: TagPlace }[]
): RootContent[] {
  if (spans.length === 0) return blocks
  const opens = new Set<RootContent>(spans.map(({ open }) => open.tag))
  const closes = new Set<RootContent>(spans.map(({ close }) => close.tag))
  let inside = false
  return trimmed(blocks.flatMap(outside))

  function outside(node: RootContent): RootContent[] {
    if (opens.has(node)) inside = true
    else if (closes.has(node)) inside = false
    else if (!('children' in node)) return inside ? [] : [node]
    else {
      const children: RootContent[] = node.children
      const kept = children.flatMap(outside)
      return kept.length > 0 ? [{ ...node, children: kept } as RootContent] : []
    }
    return []
  }
}
