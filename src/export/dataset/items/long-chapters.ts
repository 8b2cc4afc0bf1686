import { cleanText } from '../../../render/clean-text.ts'
import type { DatasetItem, Entry } from './item.ts'
import { entryFrom } from './items.ts'
import { chapterFrom, joined } from './part-chapters.ts'
import type { Sections } from './sections.ts'
import { type Part, partKey } from '../parts.ts'

/** What to do about chapters that are too long, and how to know one. */
export interface LengthRule {
  longChapters: 'split' | 'leave-out' | 'keep'
  /** Whether a record of this item is longer than the model reads at once. */
  isTooLong(entry: Entry): boolean
}

/** What was done about chapters longer than the model reads at once. */
export interface LongChapters {
  entries: Entry[]
  /** Chapters that became several items. */
  split: { id: string; into: string[] }[]
  leftOut: string[]
}

/**
 * Splits chapters that are too long: into their own text and the chapters below, and an own text
 * still too long between its blocks, so that tables and code stay whole. Parts that are captured by
 * themselves are not given twice; one block alone that is too long stays.
 */
export function splitLongChapters(
  entries: Entry[],
  rule: LengthRule,
  sections: Sections,
  parted: Map<string, Part[]>
): LongChapters {
  const result: LongChapters = { entries: [], split: [], leftOut: [] }
  if (rule.longChapters === 'keep') return { ...result, entries }
  const ids = new Set(entries.map(({ item }) => item.id))
  for (const entry of entries) {
    if (entry.item.kind !== 'chapter' || !rule.isTooLong(entry)) {
      result.entries.push(entry)
    } else if (rule.longChapters === 'leave-out') {
      result.leftOut.push(entry.item.id)
    } else {
      const texts = new ChapterTexts(entry, sections, parted.get(partKey(entry)))
      const parts = split(entry, texts, rule)
      const fresh = parts.filter(({ item }) => item.id === entry.item.id || !ids.has(item.id))
      for (const part of fresh) ids.add(part.item.id)
      for (const part of fresh) result.entries.push(part)
      if (parts.length > 1) {
        result.split.push({ id: entry.item.id, into: parts.map(({ item }) => item.id) })
      }
    }
  }
  return result
}

/** Some blocks of a chapter in a row. */
type Stretch = Pick<DatasetItem, 'content' | 'start_line' | 'end_line'>

/** What is left of a chapter's text after the split, chapter by chapter and block by block. */
class ChapterTexts {
  readonly #entry: Entry
  readonly #sections: Sections
  readonly #parts: Part[] | undefined

  constructor(entry: Entry, sections: Sections, parts: Part[] | undefined) {
    this.#entry = entry
    this.#sections = sections
    this.#parts = parts?.filter((part) => part.split === entry.item.split)
  }

  get #own(): ReturnType<Sections['of']> {
    return this.#sections.of(this.#entry.path)
  }

  chapter(id: string) {
    return this.#own.chapters.find(({ chapterId }) => chapterId === id)
  }

  /** Chapters directly below. */
  children(id: string): string[] {
    const region = this.#sections.region(this.#entry.path, id)
    return region.filter((below) => below.split('.').length === id.split('.').length + 1)
  }

  own(id: string): string {
    const parts = this.#parts?.filter(({ chapterId }) => chapterId === id)
    return parts ? joined(parts) : cleanText(this.chapter(id)?.content ?? '')
  }

  region(id: string): string {
    const ids = this.#sections.region(this.#entry.path, id)
    return joined(ids.map((each) => ({ text: this.own(each) })).filter(({ text }) => text !== ''))
  }

  /** Of a chapter's own text. */
  blocks(id: string): Stretch[] {
    const text = this.own(id)
    return this.#own.blocks
      .filter(({ chapterId }) => chapterId === id)
      .map(({ content, startLine, endLine }) => ({
        content: cleanText(content),
        start_line: startLine,
        end_line: endLine
      }))
      .filter(({ content }) => text.includes(content))
  }
}

function split(entry: Entry, texts: ChapterTexts, rule: LengthRule): Entry[] {
  const id = entry.item.chapter_id
  const chapter = texts.chapter(id)
  if (!chapter) return [entry]
  const own = chapterFrom(entry, chapter, texts.own(id))
  const below = texts.children(id).flatMap((child) => {
    const chapter = texts.chapter(child)
    const content = texts.region(child)
    if (!chapter || content === '') return []
    const whole = chapterFrom(entry, chapter, content)
    return rule.isTooLong(whole) ? split(whole, texts, rule) : [whole]
  })
  if (own.item.content === '') return below
  return [...(rule.isTooLong(own) ? betweenBlocks(own, texts.blocks(id), rule) : [own]), ...below]
}

/** As many blocks in a row as fit, at least one. */
function betweenBlocks(entry: Entry, blocks: Stretch[], rule: LengthRule): Entry[] {
  const withText = (content: string) => entryFrom(entry, { id: entry.item.id, content })
  const texts: Stretch[] = []
  for (const block of blocks) {
    const last = texts.at(-1)
    const longer = last && {
      ...last,
      content: `${last.content}\n\n${block.content}`,
      end_line: block.end_line
    }
    if (!longer || rule.isTooLong(withText(longer.content))) texts.push(block)
    else texts[texts.length - 1] = longer
  }
  if (texts.length < 2) return [entry]
  const { id, chapter_id, title, chapter_tree } = entry.item
  return texts.map((text, at) => {
    const place = `(part ${at + 1} of ${texts.length})`
    return entryFrom(entry, {
      id: at === 0 ? id : `${id}-part${at + 1}`,
      chapter_id,
      title: `${title} ${place}`,
      chapter_tree: [...chapter_tree.slice(0, -1), `${chapter_tree.at(-1) ?? ''} ${place}`.trim()],
      ...text
    })
  })
}
