import type { Entry, Split } from './items/item.ts'

/** A stretch of a captured chapter's text: a chapter's own text, or a block of it. */
export interface Part {
  chapterId: string
  text: string
  startLine: number
  endLine: number
  split: Split
}

export interface SplitResult {
  /** One side for each entry, in their order; of a chapter that is parted, the side that keeps it. */
  sides: Split[]
  /** What was kept whole: `marked files`, `top-level chapters`, `chapters at level N`, `passages`. */
  level: string
  /** Captured chapters whose text stands on both sides, by `chapterKey`, in parts. */
  parted: Map<string, Part[]>
}

/** Names a chapter of a project. No id of an item is like it, for these hold no control characters. */
export function chapterKey(path: string, chapterId: string): string {
  return `${path}\0${chapterId}`
}

/** Names the chapter of an item, as in `SplitResult.parted`. */
export function partKey({ item, path }: Entry): string {
  return chapterKey(path, item.chapter_id)
}
