import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'

type Target = Definition | FootnoteDefinition

/** A definition and how many containers it stands in. */
export interface PlacedDefinition {
  node: Target
  depth: number
}

/** The link and footnote definitions of a file, by kind and label; the first of a label counts. */
export type Definitions = Map<string, PlacedDefinition>

/** Finds every definition of a document, however deep. */
export function collectDefinitions(root: Root): Definitions {
  const definitions: Definitions = new Map()
  for (const block of root.children) collect(block, 0)
  return definitions

  function collect(node: RootContent, depth: number): void {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const key = `${node.type}:${node.identifier}`
      if (!definitions.has(key)) definitions.set(key, { node, depth })
    }
    const inner = node.type === 'list' ? depth : depth + 1
    if (holdsBlocks(node)) for (const child of node.children) collect(child, inner)
  }
}

/** The definitions that some blocks use, those their footnotes use among them, in order of use. */
export function usedDefinitions(blocks: RootContent[], all: Definitions): PlacedDefinition[] {
  const used = new Set<PlacedDefinition>()
  blocks.forEach(visit)
  return [...used]

  function visit(node: Nodes): void {
    const definition = all.get(keyOf(node))
    if (definition && !used.has(definition)) {
      used.add(definition)
      visit(definition.node)
    }
    if ('children' in node) node.children.forEach(visit)
  }
}

function keyOf(node: Nodes): string {
  switch (node.type) {
    case 'linkReference':
    case 'imageReference':
      return `definition:${node.identifier}`
    case 'footnoteReference':
      return `footnoteDefinition:${node.identifier}`
    default:
      return ''
  }
}

function holdsBlocks(node: RootContent): node is Extract<RootContent, { children: RootContent[] }> {
  return ['blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(node.type)
}
