import type { Chapter } from '../../../document/model.ts'
import { cleanLine } from '../../../render/clean-text.ts'
import type { ExportInput } from '../../contract.ts'
import type { Entry, Split } from './item.ts'
import { entryFrom } from './items.ts'

/** Which extras are wished for. */
export interface ExtrasWish {
  outlines: boolean
  following: boolean
}

/**
 * What captured chapters give beside their text: an outline (the titles below, as a list), and the
 * title of what comes after them. One that would tell on one side of a chapter on the other is none.
 * `sideOf` gives the side of a chapter by path and id, where anything was captured of it.
 */
export function chapterExtras(
  entries: Entry[],
  input: ExportInput,
  wish: ExtrasWish,
  sideOf: (path: string, chapterId: string) => Split | undefined
): { entries: Entry[]; across: string[] } {
  const result = { entries: [] as Entry[], across: [] as string[] }
  if (!wish.outlines && !wish.following) return result
  const orders = new Map(input.compilation.files.map(({ path, tree }) => [path, inOrder(tree)]))
  for (const entry of entries.filter(({ item }) => item.kind === 'chapter')) {
    const order = orders.get(entry.path) ?? []
    const at = order.findIndex(({ id }) => id === entry.item.chapter_id)
    const chapter = order[at]
    if (!chapter) continue
    const give = (kind: 'outline' | 'next', told: Chapter[], content: string) => {
      const id = `${entry.item.file_id}#${kind}${chapter.id}`
      const isApart = told.every(
        ({ id }) => (sideOf(entry.path, id) ?? 'train') === entry.item.split
      )
      if (isApart) result.entries.push(entryFrom(entry, { id, kind, content }))
      else result.across.push(id)
    }
    const below = inOrder(chapter.children)
    const after = order[at + below.length + 1]
    if (wish.outlines && below.length > 0) give('outline', below, outline(chapter.children))
    if (wish.following && after) give('next', [after], cleanLine(after.title))
  }
  return result
}

function inOrder(chapters: Chapter[]): Chapter[] {
  return chapters.flatMap((chapter) => [chapter, ...inOrder(chapter.children)])
}

function outline(chapters: Chapter[], indent = ''): string {
  return chapters
    .flatMap(({ title, children }) => [
      `${indent}- ${cleanLine(title)}`,
      ...(children.length > 0 ? [outline(children, `${indent}  `)] : [])
    ])
    .join('\n')
}
