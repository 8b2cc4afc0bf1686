import type { Compilation } from '../../document/model.ts'
import type { ExportBar } from '../contract.ts'

type Kind = ExportBar['parts'][number]['kind']

/**
 * Counts what every chapter of the first level gives, with all below it, in document order. What
 * stands before the first heading counts for the file.
 */
export function itemsPerChapter(compilation: Compilation, kinds: Kind[]): ExportBar[] {
  const titles = new Map(compilation.files.map(({ path, title }) => [path, title]))
  const lists = {
    card: compilation.cards,
    block: compilation.blocks,
    chapter: compilation.chapters
  }
  const order = new Map(compilation.files.map(({ path }, at) => [path, at]))
  const rows = new Map<string, { bar: ExportBar; file: number; chapter: number }>()
  for (const kind of kinds) {
    for (const { path, chapterId, chapterTree } of lists[kind]) {
      const root = chapterId.split('.')[0] ?? ''
      const key = JSON.stringify([path, root])
      let row = rows.get(key)
      if (!row) {
        const name = chapterTree[0] || titles.get(path) || path
        const parts = kinds.map((kind) => ({ kind, count: 0 }))
        row = { bar: { name, parts }, file: order.get(path) ?? 0, chapter: Number(root) }
        rows.set(key, row)
      }
      const part = row.bar.parts.find((other) => other.kind === kind)
      if (part) part.count += 1
    }
  }
  return [...rows.values()]
    .sort((a, b) => a.file - b.file || a.chapter - b.chapter)
    .map(({ bar }) => bar)
}
