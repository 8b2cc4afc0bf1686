import type { BlockItem } from '../model.ts'
import type { NumberedBlock } from './blocks.ts'

/** Where the row of a block stands in its project. */
export type RowPlace = Omit<BlockItem, 'id' | 'lang' | 'content' | 'untagged'> & {
  untagged: true | undefined
}

/** The row of a block with some content. */
export function rowOf({ node }: NumberedBlock, place: RowPlace, content: string): BlockItem {
  const { fileId, path, index, kind, chapterId, chapterTree, startLine, endLine } = place
  return {
    id: `${fileId}#block${String(index)}`,
    fileId,
    path,
    index,
    kind,
    ...(node.type === 'code' && node.lang && { lang: node.lang }),
    content,
    chapterId,
    chapterTree,
    startLine,
    endLine,
    ...(place.untagged && { untagged: place.untagged })
  }
}

/** Whether a row that a block gave before stands where it would now. */
export function isStill(row: BlockItem, place: RowPlace): boolean {
  return (
    row.fileId === place.fileId &&
    row.index === place.index &&
    row.path === place.path &&
    row.startLine === place.startLine &&
    row.endLine === place.endLine &&
    row.chapterId === place.chapterId &&
    row.untagged === place.untagged &&
    row.kind === place.kind &&
    row.chapterTree.length === place.chapterTree.length &&
    row.chapterTree.every((title, at) => title === place.chapterTree[at])
  )
}
