import type { BlockItem, ChapterItem } from '../model.ts'
import type { KnownSection } from '../sections/known-sections.ts'
import type { NumberedBlock } from './blocks.ts'

/** Where the rows of a chapter stand in its project. */
export type RowPlace = Pick<BlockItem, 'fileId' | 'path' | 'chapterId' | 'chapterTree'> & {
  untagged: true | undefined
}

/** The row of a block with some content. */
export function rowOf(
  { index, kind, node }: NumberedBlock,
  { fileId, path, chapterId, chapterTree, untagged }: RowPlace,
  content: string
): BlockItem {
  const id = `${fileId}#block${String(index)}`
  const startLine = firstLine(node)
  const endLine = lastLine(node)
  const lang = node.type === 'code' ? node.lang : undefined
  // Rows are many: without spreading they take a fraction of the time.
  const row: BlockItem = lang
    ? { id, fileId, path, index, kind, lang, content, chapterId, chapterTree, startLine, endLine }
    : { id, fileId, path, index, kind, content, chapterId, chapterTree, startLine, endLine }
  if (untagged) row.untagged = untagged
  return row
}

/** Whether a row that a block gave before stands where it would now. */
export function isStill(
  row: BlockItem,
  { index, kind, node }: NumberedBlock,
  place: RowPlace
): boolean {
  return (
    row.fileId === place.fileId &&
    row.index === index &&
    row.path === place.path &&
    row.startLine === firstLine(node) &&
    row.endLine === lastLine(node) &&
    row.chapterId === place.chapterId &&
    row.untagged === place.untagged &&
    row.kind === kind &&
    isSameTree(row.chapterTree, place.chapterTree)
  )
}

/** Where the row of a chapter stands in its project. */
export type ChapterPlace = Omit<ChapterItem, 'content' | 'untagged'> & {
  untagged: true | undefined
}

/** The row of a chapter with some content. */
export function chapterOf({ untagged, ...place }: ChapterPlace, content: string): ChapterItem {
  const { startLine, endLine, ...names } = place
  return { ...names, content, startLine, endLine, ...(untagged && { untagged }) }
}

/** The row that a chapter of these sections gave last; another has other content. */
export function keptChapter(sections: KnownSection[]): ChapterItem | undefined {
  const before = sections[0]?.chapter
  const isSame =
    before?.of.length === sections.length && before.of.every((one, at) => one === sections[at])
  return isSame ? before.item : undefined
}

/** Whether the row that a chapter gave before stands where it would now. */
export function isChapterStill(row: ChapterItem, place: ChapterPlace): boolean {
  return (
    row.fileId === place.fileId &&
    row.path === place.path &&
    row.startLine === place.startLine &&
    row.endLine === place.endLine &&
    row.chapterId === place.chapterId &&
    row.title === place.title &&
    row.untagged === place.untagged &&
    isSameTree(row.chapterTree, place.chapterTree)
  )
}

function isSameTree(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((title, at) => title === other[at])
}

function firstLine({ position }: NumberedBlock['node']): number {
  return position?.start.line ?? 1
}

function lastLine({ position }: NumberedBlock['node']): number {
  return position?.end.line ?? 1
}
