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
  /** Captured chapters whose text stands on both sides, by path and chapter id, in parts. */
  parted: Map<string, Part[]>
}

/** Names a captured chapter in `SplitResult.parted`. */
export function partKey({ item, path }: Entry): string {
  return JSON.stringify([path, item.chapter_id])
}
