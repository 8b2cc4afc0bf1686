import type { Nodes, RootContent } from 'mdast'
import { isPrivate } from '../../markdown/tree/comments.ts'
import { isTag } from '../../markdown/tree/nodes.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import type { BlockKind } from '../model.ts'

/** A block of the document that holds content, with its number in the file (L5.1). */
export interface NumberedBlock {
  index: number
  kind: BlockKind
  node: RootContent
}

const kinds = new Set<string>([
  'heading',
  'paragraph',
  'list',
  'blockquote',
  'code',
  'table',
  'math',
  'html',
  'footnoteDefinition',
  'definitionList'
])

/** Numbers the blocks from `first` on, by their kinds. */
export function numberBlocks(
  nodes: RootContent[],
  kinds: (BlockKind | undefined)[],
  first: number
): NumberedBlock[] {
  const numbered: NumberedBlock[] = []
  for (const [at, node] of nodes.entries()) {
    const kind = kinds[at]
    if (kind) numbered.push({ index: first + numbered.length, kind, node })
  }
  return numbered
}

/** The kind of a block; undefined for one that holds nothing but markers. */
export function kindOf(node: RootContent): BlockKind | undefined {
  if (node.type === 'tagBlock') return node.literal ? 'paragraph' : undefined
  return isKind(node.type) && (isPlain(node) || holdsContent(node)) ? node.type : undefined
}

function isKind(type: string): type is BlockKind {
  return kinds.has(type)
}

/** Whether anything but markers and blanks stands in the node, however deep. */
function holdsContent(node: Nodes): boolean {
  if (isTag(node)) return node.literal === true
  if (node.type === 'text') return node.value.trim() !== ''
  if (node.type === 'break') return false
  if (node.type === 'definition') return false
  if (node.type === 'html') return !isPrivate(node)
  if ('children' in node) return node.children.some(holdsContent)
  return true
}
