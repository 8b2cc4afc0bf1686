import type { RootContent } from 'mdast'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { emptiedRows, type EmptiedRow } from '../../markdown/tree/emptied-rows.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { withoutSpans } from '../../markdown/reading/without-spans.ts'
import { plainText } from '../../render/plain-text.ts'
import { sourceWithout, type Removal } from '../../render/source-text.ts'
import { withSubchapters, type Section } from '../sections/chapters.ts'
import { definitionsBeside } from './definitions.ts'
import { untaggedBy, type Document } from '../document.ts'
import { withEmbeds } from './embedded-blocks.ts'
import { withEmbedSources } from './embed-sources.ts'
import {
  chapterOf,
  isChapterStill,
  isStill,
  keptChapter,
  rowOf,
  type RowPlace
} from './kept-rows.ts'
import type { KnownSection } from '../sections/known-sections.ts'
import type { Span } from '../sections/pairs.ts'
import type { BlockItem, ChapterItem, Settings } from '../model.ts'

/** Reads what the chapters of a document give as training items, under one id and some settings. */
export class ItemReader {
  readonly #document: Document
  readonly #fileId: string
  readonly #settings: Settings
  /** What is no content of each section: a chapter asks for those of all below it. */
  readonly #removals = new Map<Section, Removal[]>()

  constructor(document: Document, fileId: string, settings: Settings) {
    this.#document = document
    this.#fileId = fileId
    this.#settings = settings
  }

  /** The blocks of a chapter (L5.2). Those left without content give none. */
  blocksOf(chapter: Section): BlockItem[] {
    const known = this.#keptOf(chapter)
    const kept = known?.rows
    if (known?.given && this.#areStill(chapter, known)) return known.given
    const items: BlockItem[] = []
    const place = this.#placeOf(chapter)
    for (const [at, block] of chapter.numbered.entries()) {
      const before = kept?.[at]
      // No more than the text of its block is in that, which is the same.
      const content = before?.content ?? this.#blockContent(chapter, block.node)
      if (content === '') continue
      const item = before && isStill(before, block, place) ? before : rowOf(block, place, content)
      if (kept) kept[at] = item
      items.push(item)
    }
    if (known) known.given = items
    return items
  }

  /** Whether the rows of a chapter that is the same stand where they stood: all of them moved, or none did. */
  #areStill(chapter: Section, { rows }: KnownSection): boolean {
    const at = rows.findIndex(Boolean)
    const [row, block] = [rows[at], chapter.numbered[at]]
    return row !== undefined && block !== undefined && isStill(row, block, this.#placeOf(chapter))
  }

  /** A chapter as an item (L5.3). */
  chapter(chapter: Section): ChapterItem {
    const isRegion = this.#settings.chapterContent === 'region'
    const sections = isRegion ? withSubchapters(chapter) : [chapter]
    const of = this.#allKept(sections)
    const before = of && keptChapter(of)
    const { startLine, endLine } = lineRange(sections)
    const place = {
      fileId: this.#fileId,
      path: this.#document.path,
      chapterId: chapter.id,
      chapterTree: chapter.path,
      title: chapter.title,
      startLine,
      endLine,
      untagged: untaggedBy(chapter, 'chapter-reader').untagged
    }
    if (before && isChapterStill(before, place)) return before
    const range = { start: chapter.own.start, end: sections.at(-1)?.own.end ?? chapter.own.end }
    const item = chapterOf(place, before?.content ?? this.#contentOf(range, sections))
    if (of?.[0]) of[0].chapter = { item, of }
    return item
  }

  /** What is kept of a section, if what it gives comes of its own text alone. */
  #keptOf({ known }: Section): KnownSection | undefined {
    const isKept = this.#settings.contentFormat === 'markdown' && known?.links.length === 0
    return isKept ? known : undefined
  }

  #allKept(sections: Section[]): KnownSection[] | undefined {
    const all: KnownSection[] = []
    for (const section of sections) {
      const known = this.#keptOf(section)
      if (!known) return undefined
      all.push(known)
    }
    return all
  }

  #placeOf(chapter: Section): RowPlace {
    return {
      fileId: this.#fileId,
      path: this.#document.path,
      chapterId: chapter.id,
      chapterTree: chapter.path,
      untagged: untaggedBy(chapter, 'block-reader').untagged
    }
  }

  #blockContent(chapter: Section, node: RootContent): string {
    const { start, end } = offsets(node)
    const range = { start: lineStart(this.#document.text, start), end }
    return this.#contentOf(range, [chapter], [node])
  }

  /** What some sections hold in a range; of its blocks only some, if they are said. */
  #contentOf(range: SourceRange, sections: Section[], some?: RootContent[]): string {
    if (this.#settings.contentFormat === 'text') {
      const blocks = some ?? sections.flatMap((section) => section.blocks)
      const spans = placedSpans(sections, this.#settings)
      return textOf(this.#document, blocks, inRange(spans, range), this.#settings)
    }
    const within: Removal[] = []
    for (const section of sections) {
      for (const removal of inRange(this.#removalsOf(section), range)) {
        const start = Math.max(removal.start, range.start)
        within.push({ ...removal, start, end: Math.min(removal.end, range.end) })
      }
    }
    return sourceWithout(this.#document.text, range, within)
  }

  #removalsOf(section: Section): Removal[] {
    if (section.known && section.comments.length + section.links.length === 0) return []
    const known = this.#removals.get(section) ?? removalsIn(this.#document, section, this.#settings)
    this.#removals.set(section, known)
    return known
  }
}

/** First and last line of some sections in a row, blank ones at the end left out. */
export function lineRange(sections: Section[]): { startLine: number; endLine: number } {
  return linesOf(sections[0]?.blocks[0], sections.at(-1)?.blocks.at(-1))
}

function linesOf(
  first: RootContent | undefined,
  last: RootContent | undefined
): { startLine: number; endLine: number } {
  return {
    startLine: first?.position?.start.line ?? 1,
    endLine: last?.position?.end.line ?? 1
  }
}

/** Those of some ranges in a row that touch another: of thousands only those are looked at. */
function inRange<T extends SourceRange>(all: T[], { start, end }: SourceRange): T[] {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let after = low
  while ((all[after]?.start ?? end) < end) after++
  return all.slice(low, after)
}

/** What is no content of a section, in order: comments, markers, or whole questions and answers (L5.4). */
function removalsIn({ embeds }: Document, section: Section, settings: Settings): Removal[] {
  const spans = settings.questionsInContent ? [] : questionSpans(section)
  const markers = section.marking.markers.map((tag) => ({
    ...offsets(tag),
    isBlock: tag.type === 'tagBlock'
  }))
  const rows = emptiedRows(section, spans).map(rowRemoval)
  const links = withEmbedSources(section.links, section.blocks, embeds).map((link) => ({
    ...link,
    isBlock: false
  }))
  return united([...rows, ...spans.map(removalOf), ...section.comments, ...links, ...markers])
}

/** A list item or a table row that would be empty without what goes. */
function rowRemoval({ node, leavesBlank }: EmptiedRow): Removal {
  return { ...offsets(node), isBlock: leavesBlank, isRow: true }
}

/** Removals that overlap as one, in order: a span may go through several items. */
function united(removals: Removal[]): Removal[] {
  const all: Removal[] = []
  for (const removal of removals.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1)
    if (!last || removal.start >= last.end) all.push({ ...removal })
    else last.end = Math.max(last.end, removal.end)
  }
  return all
}

function removalOf({ open, close }: Span): Removal {
  const { start } = offsets(open.tag)
  return { start, end: offsets(close.tag).end, isBlock: open.tag.type === 'tagBlock' }
}

function questionSpans({ marking }: Section): Span[] {
  return marking.spans.filter(({ kind }) => kind === 'question' || kind === 'answer')
}

/** A question or an answer, and where it stands. */
type PlacedSpan = Span & SourceRange

/** What is left out of some sections, in order. */
function placedSpans(sections: Section[], settings: Settings): PlacedSpan[] {
  if (settings.questionsInContent) return []
  return sections.flatMap(questionSpans).map((span) => ({ ...span, ...removalOf(span) }))
}

function textOf(
  document: Document,
  blocks: RootContent[],
  spans: Span[],
  { lineBreaks }: Settings
): string {
  const left = withoutSpans(blocks, spans)
  const shown = withEmbeds(left, document.embeds, { find: () => undefined })
  return plainText(shown, definitionsBeside(left, document.definitions), lineBreaks)
}
