import type { Nodes, Root } from 'mdast'
import { fromMarkdown, type Extension } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import type { ReadOptions } from './read-options.ts'
import { FoundEarly, whileReading, type Reading } from '../syntax/reading.ts'
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
 * with a paragraph of too many marks is read anew, and then that one as plain text.
 */
export function readTree(
  text: string,
  options: Required<ReadOptions>,
  extensions: () => Extension[]
): Root {
  const plain = new Set<number>()
  for (let stopsEarly = true; ; stopsEarly = false) {
    const found = new Set<number>()
    const root = read(found, stopsEarly)
    for (const start of found) plain.add(start)
    if (!root || found.size > 0) continue
    for (const start of plain) markCrowded(root, start)
    return root
  }

  /** The tree, where those in `plain` are plain text; undefined where it stopped early. */
  function read(found: Set<number>, stopsEarly: boolean): Root | undefined {
    try {
      return readOnce({ text, options, crowd: { plain, found, stopsEarly } })
    } catch (error) {
      if (error instanceof FoundEarly) return undefined
      throw error
    }
  }

  function readOnce(reading: Reading): Root {
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
