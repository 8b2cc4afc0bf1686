import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes } from 'mdast'
import type { DefinitionDescription, DefinitionList } from './nodes.ts'

const containers = new Set<Nodes['type']>([
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'definitionList',
  'definitionDescription'
])

/** Whether a node holds blocks in its turn; the document itself aside. */
export function holdsBlocks(
  node: Nodes
): node is
  Blockquote | DefinitionDescription | DefinitionList | FootnoteDefinition | List | ListItem {
  return containers.has(node.type)
}

/** Whether what stands in a node are blocks; without a node, it stands in the document. */
export function areBlocksIn(node: Nodes | undefined): boolean {
  return (
    node === undefined || node.type === 'root' || node.type === 'noteEmbed' || holdsBlocks(node)
  )
}

/** Whether a node puts marks before the lines in it; lists leave that to what is in them. */
export function marksLines(node: Nodes): boolean {
  return holdsBlocks(node) && node.type !== 'list' && node.type !== 'definitionList'
}
