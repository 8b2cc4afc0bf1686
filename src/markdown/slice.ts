import type { Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import { holdsBlocks } from './tree/block-containers.ts'
import { isTag, type AnyTag } from './tree/nodes.ts'
import { isPlain } from './scan/plain-blocks.ts'
import type { TagPlace } from './tag-places.ts'
import { isUnseen, trimmed } from './trim-slice.ts'

/**
 * The content between two tags, as blocks: a slice of the tree, like the contents of a DOM Range
 * (L2.5). What a tag cuts is closed on both sides; nothing empty is left; tags inside are text.
 *
 * `blocks` are the blocks of the document among which both tags stand.
 */
export function slice(blocks: RootContent[], open: TagPlace, close: TagPlace): RootContent[] {
  const container = commonAncestor(open, close)
  const siblings: RootContent[] = container ? container.children : blocks
  const first = indexIn(siblings, childOf(container, open))
  const last = siblings.indexOf(childOf(container, close), first)
  let side: 'before' | 'inside' | 'after' = 'before'
  const kept = siblings.slice(first, last + 1).map(cutNode)
  const cut = kept.filter((node) => node !== undefined)
  return trimmed(asBlocks(cut, container, first + firstKept(kept)))

  function cutNode(node: RootContent): RootContent | undefined {
    if (side === 'after') return undefined
    if (node === open.tag) side = 'inside'
    else if (node === close.tag) side = 'after'
    else if (isTag(node)) return side === 'inside' ? asText(node) : undefined
    else if (!('children' in node)) return side === 'inside' ? node : undefined
    else if (isPlain(node)) return side === 'inside' ? node : undefined
    else return cutParent(node)
    return undefined
  }

  function cutParent(node: Extract<RootContent, Parents>): RootContent | undefined {
    const began = side
    const children: RootContent[] = node.children
    const kept = children.map(cutNode)
    const whole = began === 'inside' && side === 'inside'
    const left = kept.filter((child) => child !== undefined)
    return whole || left.length > 0
      ? ({ ...node, ...firstNumber(node, firstKept(kept)), children: left } as RootContent)
      : undefined
  }
}

/** Where the last node was found in a row of siblings: pairs are asked for in the order of the text. */
const lastFound = new WeakMap<RootContent[], number>()

function indexIn(siblings: RootContent[], node: RootContent): number {
  const later = siblings.indexOf(node, lastFound.get(siblings) ?? 0)
  const index = later < 0 ? siblings.indexOf(node) : later
  lastFound.set(siblings, Math.max(0, index))
  return index
}

/** The child of `container` (or of the document) on the way to a tag. */
function childOf(container: Parents | undefined, { tag, ancestors }: TagPlace): RootContent {
  const depth = container ? ancestors.indexOf(container) + 1 : 0
  return (ancestors[depth] as RootContent | undefined) ?? tag
}

function firstKept(nodes: (RootContent | undefined)[]): number {
  return nodes.findIndex((node) => node !== undefined)
}

/** An ordered list that lost its first items goes on counting from there. */
function firstNumber(node: RootContent | Parents, lost: number): { start?: number } {
  return node.type === 'list' && node.ordered ? { start: (node.start ?? 1) + lost } : {}
}

/** Whether the slice is a single paragraph, which is shown without one around it (L2.5). */
export function isInline(blocks: RootContent[]): blocks is [Paragraph] {
  return blocks.length === 1 && blocks[0]?.type === 'paragraph'
}

/** Whether nothing that a reader would see is left (L2.6). */
export function isBlankSlice(blocks: RootContent[]): boolean {
  return blocks.every(isUnseen)
}

/** The innermost node that holds both places, or undefined where it is the document. */
function commonAncestor(one: TagPlace, other: TagPlace): Parents | undefined {
  return one.ancestors.findLast((ancestor, depth) => other.ancestors[depth] === ancestor)
}

function asText(tag: AnyTag): RootContent {
  const { value } = tag
  const text = { type: 'text', value } as const
  return tag.type === 'tag' ? text : { type: 'paragraph', children: [text] }
}

/** Items and terms keep their list; what is inline gets a paragraph. */
function asBlocks(
  nodes: RootContent[],
  container: Parents | undefined,
  lost: number
): RootContent[] {
  if (container?.type === 'list') {
    return [{ ...container, ...firstNumber(container, lost), children: nodes } as RootContent]
  }
  if (container?.type === 'definitionList') {
    return [{ ...container, children: nodes } as RootContent]
  }
  return container && !holdsBlocks(container)
    ? [{ type: 'paragraph', children: nodes as PhrasingContent[] }]
    : nodes
}
