import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes } from 'mdast'

const containers = new Set<Nodes['type']>(['blockquote', 'list', 'listItem', 'footnoteDefinition'])

/** Whether a node holds blocks in its turn; the document itself aside. */
export function holdsBlocks(
  node: Nodes
): node is Blockquote | FootnoteDefinition | List | ListItem {
  return containers.has(node.type)
}

/** Whether a node puts marks before the lines in it; a list leaves that to its items. */
export function marksLines(node: Nodes): boolean {
  return holdsBlocks(node) && node.type !== 'list'
}
