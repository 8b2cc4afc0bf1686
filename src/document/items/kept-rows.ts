import type { RootContent } from 'mdast'
import type { BlockItem } from '../model.ts'

/** The rows that blocks of quiet sections gave last. */
const rows = new WeakMap<RootContent, BlockItem>()

/**
 * The source of a block without tags, comments and links, as it was read before. No more than its own text and its
 * line are in that, so it is right as long as the block is the same.
 */
export function keptContent(node: RootContent): string | undefined {
  return rows.get(node)?.content
}

/** A row that a block gives; the very same object as before if it says the same. */
export function keptRow(node: RootContent, row: BlockItem): BlockItem {
  const before = rows.get(node)
  if (before && isSame(before, row)) return before
  rows.set(node, row)
  return row
}

function isSame(one: BlockItem, other: BlockItem): boolean {
  return (
    one.id === other.id &&
    one.path === other.path &&
    one.startLine === other.startLine &&
    one.endLine === other.endLine &&
    one.chapterId === other.chapterId &&
    one.untagged === other.untagged &&
    one.kind === other.kind &&
    one.content === other.content &&
    one.chapterTree.length === other.chapterTree.length &&
    one.chapterTree.every((title, at) => title === other.chapterTree[at])
  )
}
