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
import { keptContent, keptRow } from './kept-rows.ts'
import type { Span } from '../sections/pairs.ts'
import type { BlockItem, ChapterItem, Settings } from '../model.ts'

/** The blocks of a chapter as training items (L5.2). Blocks left without content give none. */
export function blockItems(
  document: Document,
  chapter: Section,
  fileId: string,
  settings: Settings
): BlockItem[] {
  const { text, path } = document
  const removals = removalsIn(document, [chapter], settings)
  const spans = placedSpans([chapter], settings)
  const isKept = chapter.isQuiet && settings.contentFormat === 'markdown'
  const items: BlockItem[] = []
  for (const { index, kind, node } of chapter.numbered) {
    const content = (isKept ? keptContent(node) : undefined) ?? read(node)
    if (content === '') continue
    const item: BlockItem = {
      id: `${fileId}#block${String(index)}`,
      fileId,
      path,
      index,
      kind,
      ...(node.type === 'code' && node.lang ? { lang: node.lang } : {}),
      content,
      chapterId: chapter.id,
      chapterTree: chapter.path,
      ...linesOf(node, node),
      ...untaggedBy(chapter, 'block-reader')
    }
    items.push(isKept ? keptRow(node, item) : item)
  }
  return items

  function read(node: RootContent): string {
    const { start, end } = offsets(node)
    const range = { start: lineStart(text, start), end }
    return contentOf(document, range, [node], spans, removals, settings)
  }
}

/** A chapter as a training item (L5.3). */
export function chapterItem(
  document: Document,
  chapter: Section,
  fileId: string,
  settings: Settings
): ChapterItem {
  const sections = settings.chapterContent === 'region' ? withSubchapters(chapter) : [chapter]
  const range = { start: chapter.own.start, end: sections.at(-1)?.own.end ?? chapter.own.end }
  const removals = removalsIn(document, sections, settings)
  const blocks = sections.flatMap((section) => section.blocks)
  return {
    fileId,
    path: document.path,
    chapterId: chapter.id,
    chapterTree: chapter.path,
    title: chapter.title,
    content: contentOf(
      document,
      range,
      blocks,
      placedSpans(sections, settings),
      removals,
      settings
    ),
    ...lineRange(sections)
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

function contentOf(
  document: Document,
  range: SourceRange,
  blocks: RootContent[],
  spans: PlacedSpan[],
  removals: Removal[],
  settings: Settings
): string {
  if (settings.contentFormat === 'text')
    return textOf(document, blocks, inRange(spans, range), settings)
  const within = inRange(removals, range).map((removal) => ({
    ...removal,
    start: Math.max(removal.start, range.start),
    end: Math.min(removal.end, range.end)
  }))
  return sourceWithout(document.text, range, within)
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

/** What is no content of some sections, in order: comments, markers, or whole questions and answers (L5.4). */
function removalsIn({ embeds }: Document, sections: Section[], settings: Settings): Removal[] {
  return sections.flatMap((section) => {
    if (section.isQuiet) return []
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
  })
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
