import type { Nodes, Parents, RootContent } from 'mdast'
import { isTag, type AnyTag } from './tree/nodes.ts'
import { isPlain } from './scan/plain-blocks.ts'

/** A tag with the nodes around it, outermost (a block of the document) first. */
export interface TagPlace {
  tag: AnyTag
  ancestors: Parents[]
}

/** All tags of some blocks of a document, in the order of the text. */
export function tagPlaces(blocks: RootContent[]): TagPlace[] {
  const places: TagPlace[] = []
  const ancestors: Parents[] = []
  for (const block of blocks) if (!isPlain(block)) collect(block)
  return places

  function collect(node: Nodes): void {
    if (isTag(node)) places.push({ tag: node, ancestors: [...ancestors] })
    if (!('children' in node)) return
    ancestors.push(node)
    for (const child of node.children) collect(child)
    ancestors.pop()
  }
}

/** Offsets of a parsed node in its text; throws for a node that was not parsed, as what `slice` puts in place of a tag. */
export function offsets(node: Nodes): { start: number; end: number } {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) {
    throw new Error(
      `This ${node.type} has no position: it was put between the tags of a pair, not parsed. Look at node.position first.`
    )
  }
  return { start, end }
}
