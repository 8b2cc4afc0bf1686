import type { ChapterItem } from '../../../document/model.ts'
import type { ExportInput } from '../../contract.ts'
import { chapterKey } from '../parts.ts'

/** A project whose chapters do not tell the text of those below them. */
export interface OwnTexts {
  input: ExportInput
  /** Chapters that hold their own text alone, by `chapterKey`. */
  own: ReadonlySet<string>
}

/**
 * Gives each chapter that no tag asked for its own text alone (L4.5): those below it are chapters
 * themselves. What a tag asked for stays as it is.
 */
export function withOwnTexts(input: ExportInput): OwnTexts {
  const { compilation, settings } = input
  const isRegion = settings?.chapterContent !== 'own'
  if (!isRegion || !compilation.chapters.some(({ untagged }) => untagged)) {
    return { input, own: new Set() }
  }
  const texts = new Map<string, { content: string[]; endLine: number }>()
  for (const { path, chapterId, content, endLine } of compilation.blocks) {
    const key = chapterKey(path, chapterId)
    const known = texts.get(key)
    if (known) {
      known.content.push(content)
      known.endLine = endLine
    } else texts.set(key, { content: [content], endLine })
  }
  const own = new Set<string>()
  const chapters = compilation.chapters.map((chapter): ChapterItem => {
    const key = chapterKey(chapter.path, chapter.chapterId)
    const text = texts.get(key)
    if (!chapter.untagged || !text) return chapter
    own.add(key)
    return { ...chapter, content: text.content.join('\n\n'), endLine: text.endLine }
  })
  return { input: { ...input, compilation: { ...compilation, chapters } }, own }
}
