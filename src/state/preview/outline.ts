import type { Chapter } from '../../document/model.ts'
import type { PageCompilation } from '../../worker/reader/page-problem.ts'

/** A chapter of the open file as a row of the outline. */
export interface OutlineRow {
  chapter: Chapter
  /** How deep it stands in the tree, from 0. */
  depth: number
  cards: number
  blocks: number
  /** The chapter itself is captured. */
  captured: boolean
}

/** All chapters of a file in document order, with what each holds. */
export function outlineOf(compilation: PageCompilation, path: string | undefined): OutlineRow[] {
  const file = compilation.files.find((result) => result.path === path)
  if (!file) return []
  const cards = count(compilation.cards, file.path)
  const blocks = count(compilation.blocks, file.path)
  const chapters = count(compilation.chapters, file.path)
  const rows: OutlineRow[] = []
  const add = (chapter: Chapter, depth: number): void => {
    const { id } = chapter
    rows.push({
      chapter,
      depth,
      cards: cards.get(id) ?? 0,
      blocks: blocks.get(id) ?? 0,
      captured: chapters.has(id)
    })
    for (const child of chapter.children) add(child, depth + 1)
  }
  for (const chapter of file.tree) add(chapter, 0)
  return rows
}

/** The chapter of the open file that a line belongs to: the last that begins before or on it. */
export function chapterOfLine(
  { files }: Pick<PageCompilation, 'files'>,
  path: string | undefined,
  line: number
): Chapter | undefined {
  let chapters = files.find((file) => file.path === path)?.tree ?? []
  let found: Chapter | undefined
  for (;;) {
    const next = chapters.findLast(({ startLine }) => startLine <= line)
    if (!next) return found
    found = next
    chapters = next.children
  }
}

/** What a file gives, and whether it holds mistakes. */
export interface FileCounts {
  cards: number
  blocks: number
  chapters: number
  faulty: boolean
}

/** The counts of each file that has any. */
export function countByFile(compilation: PageCompilation): Map<string, FileCounts> {
  const counts = new Map<string, FileCounts>()
  const of = (path: string): FileCounts => {
    const known = counts.get(path)
    if (known) return known
    const fresh = { cards: 0, blocks: 0, chapters: 0, faulty: false }
    counts.set(path, fresh)
    return fresh
  }
  for (const kind of ['cards', 'blocks', 'chapters'] as const) {
    for (const { path } of compilation[kind]) of(path)[kind] += 1
  }
  for (const { severity, file } of compilation.diagnostics) {
    if (severity === 'error') of(file).faulty = true
  }
  return counts
}

function count(items: { path: string; chapterId: string }[], path: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string, more: number) => {
    if (more > 0) counts.set(id, (counts.get(id) ?? 0) + more)
  }
  // What a chapter holds stands together.
  let id = ''
  let run = 0
  for (const item of items) {
    if (item.path !== path) continue
    if (item.chapterId !== id) {
      add(id, run)
      id = item.chapterId
      run = 0
    }
    run++
  }
  add(id, run)
  return counts
}
