import type { Nodes, Root } from 'mdast'
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import type { ReadOptions } from './read-options.ts'
import { whileReading } from '../syntax/reading.ts'
import { syntaxFor } from '../syntax/syntax.ts'
import { offsets } from '../tag-places.ts'

declare module 'unist' {
  interface Data {
    /** There are more marks in it than are read: it is plain text with tags. */
    isCrowded?: boolean
  }
}

/**
 * Reads a text into a tree. `extensions` makes what turns tokens into nodes, anew each time: a text
 * with a paragraph of too many marks is read twice, and the second time that one as plain text.
 */
export function readTree(
  text: string,
  options: Required<ReadOptions>,
  extensions: () => Extension[]
): Root {
  const found = new Set<number>()
  const root = read(new Set(), found)
  if (found.size === 0) return root
  const again = read(found, new Set())
  for (const start of found) markCrowded(again, start)
  return again

  function read(plain: ReadonlySet<number>, into: Set<number>): Root {
    const reading = { text, options, crowd: { plain, found: into } }
    return whileReading(reading, () =>
      fromMarkdown(text, {
        extensions: [syntaxFor(reading)],
        mdastExtensions: options.withFrontMatter
          ? [...extensions(), frontmatterFromMarkdown(['yaml', 'toml'])]
          : extensions()
      })
    )
  }
}

/** Marks the paragraph, heading or cell around a place. */
function markCrowded(root: Root, start: number): void {
  let node: Nodes | undefined = root
  while (node && !holders.has(node.type)) {
    const children: Nodes[] = 'children' in node ? node.children : []
    node = children[indexAt(children, start)]
  }
  if (node) node.data = { ...node.data, isCrowded: true }
}

/** What holds inline content; nodes in it may have no place. */
const holders = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'definitionTerm'])

/** Index of the last node that begins at or before an offset. */
function indexAt(nodes: Nodes[], offset: number): number {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const node = nodes[middle]
    if (node && offsets(node).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
