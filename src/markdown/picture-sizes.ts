import type { Image, ImageReference, Nodes } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'

const size = /^\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/

/** `![words|100](x)` and `![words|100x80](x)` of Obsidian: a picture with its size, and its words without (N2). */
export const pictureSizes: Extension = { transforms: [takeSizes] }

function takeSizes(node: Nodes): undefined {
  if (node.type === 'image' || node.type === 'imageReference') takeSize(node)
  else if ('children' in node) node.children.forEach(takeSizes)
}

function takeSize(node: Image | ImageReference): void {
  const words = node.alt ?? ''
  const bar = words.lastIndexOf('|')
  // Only what is short can be a size: many blanks cost nothing.
  const found = bar < 0 || words.length - bar > 40 ? null : size.exec(words.slice(bar + 1))
  // An embed of a wiki said its size already.
  if (!found || node.data?.hProperties) return
  const [, width, height] = found
  const sizes = { width: Number(width), ...(height !== undefined && { height: Number(height) }) }
  node.alt = words.slice(0, bar).trimEnd()
  node.data = { ...node.data, hProperties: sizes }
}
