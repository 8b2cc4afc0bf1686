import type { Nodes, RootContent } from 'mdast'

/** Leaves out what is blank: paragraphs, items, rows and everything else that is empty by then. */
export function trimmed(blocks: RootContent[]): RootContent[] {
  return blocks.map(trimNode).filter((node) => !isBlank(node))
}

/** Whether a reader would see nothing of the node. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'break') return true
  if (node.type === 'html') return /^(?:\s*<!--[\s\S]*?-->)*\s*$/.test(node.value)
  return 'children' in node && node.children.every(isBlank)
}

/** Tags of HTML that show nothing without text between them. */
const shapeless =
  /&nbsp;|<!--[\s\S]*?-->|<\/?(?:br|wbr|p|div|span|b|i|u|em|strong|small|center|font)(?=[\s/>])[^<>]*>/gi

/** `isBlank`, for content that is nothing else: of that, line breaks and empty elements show nothing, too. */
export function isUnseen(node: Nodes): boolean {
  if (node.type === 'html') return node.value.replace(shapeless, '').trim() === ''
  return isBlank(node) || ('children' in node && node.children.every(isUnseen))
}

function trimNode(node: RootContent): RootContent {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'definitionTerm':
      return { ...node, children: trimEdges(node.children) }
    case 'list':
      return { ...node, children: withoutBlank(node.children) }
    case 'definitionList':
      return { ...node, children: withoutBlank(node.children) }
    case 'definitionDescription':
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
      return { ...node, children: withoutBlank(node.children) }
    case 'table':
      return { ...node, children: withoutBlank(node.children) }
    default:
      return node
  }
}

function withoutBlank<T extends RootContent>(nodes: T[]): T[] {
  return nodes.map((node) => trimNode(node) as T).filter((node) => !isBlank(node))
}

/** Inline content without the blanks and line breaks at its ends, however deep. */
export function trimEdges<T extends RootContent>(nodes: T[]): T[] {
  return trimEdge(trimEdge(nodes, 'start'), 'end')
}

/** Blanks and line breaks at one end of inline content go, however deep. */
function trimEdge<T extends RootContent>(nodes: T[], side: 'start' | 'end'): T[] {
  const at = side === 'start' ? 0 : nodes.length - 1
  const node = nodes[at]
  if (!node) return nodes
  if (isBlank(node) && node.type !== 'html') {
    return trimEdge(side === 'start' ? nodes.slice(1) : nodes.slice(0, -1), side)
  }
  return nodes.with(at, trimLeaf(node, side))
}

function trimLeaf<T extends RootContent>(node: T, side: 'start' | 'end'): T {
  if (node.type === 'text') {
    return { ...node, value: side === 'start' ? node.value.trimStart() : node.value.trimEnd() }
  }
  if (!('children' in node)) return node
  const children: RootContent[] = node.children
  return { ...node, children: trimEdge(children, side) }
}
