import type { ChapterItem } from '../../../document/model.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import type { DatasetItem, Entry } from './item.ts'
import { entryFrom } from './items.ts'
import type { Sections } from './sections.ts'
import { type Part, partKey, type SplitResult } from '../parts.ts'

/** A captured chapter that is trained on without what validates. */
export interface PartedChapter {
  id: string
  /** Ids of the chapters that it is without; of its blocks where they are parted, its own. */
  without: string[]
}

/**
 * Parts the chapters that stand on both sides: each keeps what is trained on, and of what validates
 * each whole chapter that is not captured by itself becomes an item, with its side.
 */
export function partChapters(
  entries: Entry[],
  { sides, parted }: Pick<SplitResult, 'sides' | 'parted'>,
  sections: Sections
): { entries: Entry[]; chapters: PartedChapter[] } {
  const captured = new Set(entries.map(({ item }) => item.id))
  const chapters: PartedChapter[] = []
  const result: Entry[] = []
  entries.forEach((entry, at) => {
    const split = sides[at] ?? 'train'
    const parts = entry.item.kind === 'chapter' ? parted.get(partKey(entry)) : undefined
    if (!parts) {
      result.push(withSide(entry, split))
      return
    }
    const away = parts.filter((part) => part.split === 'validation')
    chapters.push({
      id: entry.item.id,
      without: [...new Set(away.map(({ chapterId }) => chapterId))]
    })
    const kept = joined(parts.filter((part) => part.split === 'train'))
    result.push(withSide(entryFrom(entry, { id: entry.item.id, content: kept }), 'train'))
    for (const made of validating(entry, parts, sections)) {
      if (captured.has(made.item.id)) continue
      captured.add(made.item.id)
      result.push(withSide(made, 'validation'))
    }
  })
  return { entries: result, chapters }
}

function withSide(entry: Entry, split: DatasetItem['split']): Entry {
  return { ...entry, item: { ...entry.item, split } }
}

/** Texts of parts in a row, as they stand in a chapter. */
export function joined(parts: Pick<Part, 'text'>[]): string {
  return cleanText(parts.map(({ text }) => text).join('\n\n'))
}

/** The uppermost whole chapters among what validates. */
function validating(entry: Entry, parts: Part[], sections: Sections): Entry[] {
  const sideOf = new Map<string, boolean>()
  for (const { chapterId, split } of parts) {
    sideOf.set(chapterId, (sideOf.get(chapterId) ?? true) && split === 'validation')
  }
  const { chapters } = sections.of(entry.path)
  const own = new Map(chapters.map((chapter) => [chapter.chapterId, chapter]))
  const whole = [...sideOf.keys()].filter((id) => sideOf.get(id) === true)
  const upmost = whole.filter((id) => !whole.some((other) => id.startsWith(`${other}.`)))
  return upmost.flatMap((id) => {
    const chapter = own.get(id)
    const texts = parts.filter(
      ({ chapterId }) => chapterId === id || chapterId.startsWith(`${id}.`)
    )
    return chapter ? [chapterFrom(entry, chapter, joined(texts))] : []
  })
}

/** A chapter that was not captured by itself, as an item. */
export function chapterFrom(entry: Entry, chapter: ChapterItem, content: string): Entry {
  return entryFrom(entry, {
    id: `${entry.item.file_id}#chapter${chapter.chapterId}`,
    chapter_id: chapter.chapterId,
    chapter_tree: chapter.chapterTree.map(cleanLine),
    title: cleanLine(chapter.title),
    start_line: chapter.startLine,
    end_line: chapter.endLine,
    content
  })
}
