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

const known = new WeakMap<readonly RootContent[], Map<string, BlockWithId>>()

/** The block of a document below which a line `id:: …` stands; all of them are looked for once. */
export function findBlock(
  text: string,
  blocks: RootContent[],
  id: string
): BlockWithId | undefined {
  const found = known.get(blocks) ?? blocksWithIds(text, blocks)
  known.set(blocks, found)
  return found.get(id)
}

function blocksWithIds(text: string, blocks: RootContent[]): Map<string, BlockWithId> {
  const found = new Map<string, BlockWithId>()
  findIn(blocks, undefined)
  return found

  function findIn(nodes: RootContent[], item: RootContent | undefined): void {
    for (const [at, node] of nodes.entries()) {
      const property = node.type === 'html' ? node.data?.property : undefined
      if (property?.key === 'id' && !found.has(property.value.toLowerCase())) {
        const words = nodes.slice(0, at).findLast(({ type }) => type !== 'html')
        const read = words && {
          words: item ? (firstWords(nodes) ?? words) : words,
          whole: item ?? words
        }
        if (read) found.set(property.value.toLowerCase(), read)
      }
      if (!holdsBlocks(node)) continue
      const { start, end } = offsets(node)
      if (!idLine.test(text.slice(start, end))) continue
      findIn(node.children, node.type === 'listItem' ? node : undefined)
    }
  }
}

const idLine = /id::/i

function firstWords(nodes: RootContent[]): RootContent | undefined {
  return nodes.find(({ type }) => type === 'paragraph' || type === 'heading')
}
