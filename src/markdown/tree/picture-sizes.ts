import type { Image, ImageReference, Nodes } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import { pictureSize } from './picture-size.ts'

/** `![words|100](x)` and `![words|100x80](x)` of Obsidian: a picture with its size, and its words without (N2). */
export const pictureSizes: Extension = { transforms: [takeSizes] }

function takeSizes(node: Nodes): undefined {
  if (node.type === 'image' || node.type === 'imageReference') takeSize(node)
  else if ('children' in node) node.children.forEach(takeSizes)
}

function takeSize(node: Image | ImageReference): void {
  const words = node.alt ?? ''
  const bar = words.lastIndexOf('|')
  const size = bar < 0 ? undefined : pictureSize(words.slice(bar + 1))
  // An embed of a wiki said its size already.
  if (!size || node.data?.hProperties) return
  node.alt = words.slice(0, bar).trimEnd()
  node.data = { ...node.data, hProperties: { ...size } }
}
