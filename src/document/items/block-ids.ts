import type { RootContent } from 'mdast'
import { holdsBlocks } from '../../markdown/tree/block-containers.ts'
import { offsets } from '../../markdown/tag-places.ts'

/** A block that Logseq gave an id: what of it is read in a line, and all that belongs to it. */
export interface BlockWithId {
  words: RootContent
  whole: RootContent
}

const lines =
  /^[ \t>]*(?:[-*+][ \t]+)?id::[ \t]+([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})[ \t]*$/gim

/** The ids that lines `id:: …` of a text give blocks, in small letters. */
export function blockIdsIn(text: string): string[] {
  return text.includes('id::')
    ? Array.from(text.matchAll(lines), ([, id = '']) => id.toLowerCase())
    : []
}

/** The id in `((id))`; undefined where the part of a link is another. */
export function blockIdOf(part: string): string | undefined {
  return part.startsWith('((') ? part.slice(2, -2).toLowerCase() : undefined
}

/** The block below which a line `id:: …` stands. */
export function findBlock(
  text: string,
  blocks: RootContent[],
  id: string
): BlockWithId | undefined {
  return findIn(blocks, undefined)

  function findIn(nodes: RootContent[], item: RootContent | undefined): BlockWithId | undefined {
    for (const [at, node] of nodes.entries()) {
      const { start, end } = offsets(node)
      if (!text.slice(start, end).toLowerCase().includes(id)) continue
      const property = node.type === 'html' ? node.data?.property : undefined
      if (property?.key === 'id' && property.value.toLowerCase() === id) {
        const words = nodes.slice(0, at).findLast(({ type }) => type !== 'html')
        return words && { words: item ? (firstWords(nodes) ?? words) : words, whole: item ?? words }
      }
      if (!holdsBlocks(node)) continue
      const found = findIn(node.children, node.type === 'listItem' ? node : undefined)
      if (found) return found
    }
    return undefined
  }
}

function firstWords(nodes: RootContent[]): RootContent | undefined {
  return nodes.find(({ type }) => type === 'paragraph' || type === 'heading')
}
