import type { ChapterItem } from '../../document/model.ts'

/** A captured chapter with the captured chapters that its text holds. */
export interface NestedChapter {
  chapter: ChapterItem
  within: NestedChapter[]
}

/**
 * Nests one file's captured chapters by their line ranges. Where chapters hold only their own text,
 * none holds another.
 */
export function nestChapters(chapters: ChapterItem[]): NestedChapter[] {
  const ordered = chapters.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
  const roots: NestedChapter[] = []
  const open: NestedChapter[] = []
  for (const chapter of ordered) {
    const nested = { chapter, within: [] }
    let outer = open.at(-1)
    while (outer && outer.chapter.endLine < chapter.endLine) {
      open.pop()
      outer = open.at(-1)
    }
    ;(outer?.within ?? roots).push(nested)
    open.push(nested)
  }
  return roots
}

/**
 * A chapter's content in order, parted where the captured chapters within it begin and end. One
 * that is not found there word for word stays part of the text around it.
 */
export function cutChapter({ chapter, within }: NestedChapter): { id: string; text: string }[] {
  const pieces: { id: string; text: string }[] = []
  let from = 0
  for (const inner of within) {
    const { content } = inner.chapter
    const at = content === '' ? -1 : chapter.content.indexOf(content, from)
    if (at === -1) continue
    pieces.push({ id: chapter.chapterId, text: chapter.content.slice(from, at) })
    pieces.push(...cutChapter(inner))
    from = at + content.length
  }
  pieces.push({ id: chapter.chapterId, text: chapter.content.slice(from) })
  return pieces
}
