import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { holdsBlocks, marksLines } from '../../markdown/tree/block-containers.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'

type Target = Definition | FootnoteDefinition

/** A definition and the containers it stands in. */
export interface PlacedDefinition {
  node: Target
  around: SourceRange[]
}

/** The link and footnote definitions of a file, by kind and label; the first of a label counts. */
export type Definitions = Map<string, PlacedDefinition>

/** Finds every definition of a document, however deep. */
export function collectDefinitions(root: Root): Definitions {
  const definitions: Definitions = new Map()
  for (const block of root.children) if (!isPlain(block)) collect(block, [])
  return definitions

  function collect(node: RootContent, around: SourceRange[]): void {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const key = `${node.type}:${node.identifier}`
      if (!definitions.has(key)) definitions.set(key, { node, around })
    }
    if (!holdsBlocks(node)) return
    const inner = marksLines(node) ? [...around, offsets(node)] : around
    for (const child of node.children) collect(child, inner)
  }
}

/** The definitions that some blocks use, those their footnotes use among them, in order of use. */
export function usedDefinitions(blocks: RootContent[], all: Definitions): PlacedDefinition[] {
  const used = new Set<PlacedDefinition>()
  // By a list, not by calls: a footnote may use another, and that the next, thousands long.
  const open: Nodes[] = blocks.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child)
    const definition = all.get(keyOf(node))
    if (!definition || used.has(definition)) continue
    used.add(definition)
    open.push(definition.node)
  }
  return [...used]
}

/** The same without those that stand among the blocks themselves, as rendering wants them. */
export function definitionsBeside(blocks: RootContent[], all: Definitions): RootContent[] {
  const own = new Set(blocks)
  return usedDefinitions(blocks, all)
    .map(({ node }) => node)
    .filter((node) => !own.has(node))
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
