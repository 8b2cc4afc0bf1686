import type { RootContent } from 'mdast'
import type { SourceRange } from '../markdown/container-marks.ts'
import { emptiedRows, type EmptiedRow } from '../markdown/emptied-rows.ts'
import { lineStart } from '../markdown/line-start.ts'
import { offsets } from '../markdown/tag-places.ts'
import { withoutSpans } from '../markdown/without-spans.ts'
import { plainText } from '../render/plain-text.ts'
import { sourceWithout, type Removal } from '../render/source-text.ts'
import { withSubchapters, type Section } from './chapters.ts'
import { definitionsBeside } from './definitions.ts'
import type { Document } from './document.ts'
import type { Span } from './pairs.ts'
import type { BlockItem, ChapterItem, Settings } from './model.ts'

/** The blocks of a chapter as training items (L5.2). Blocks left without content give none. */
export function blockItems(
  document: Document,
  chapter: Section,
  fileId: string,
  settings: Settings
): BlockItem[] {
  const { text, path } = document
  const removals = removalsIn([chapter], settings)
  return chapter.numbered
    .map(({ index, kind, node }) => {
      const { start, end } = offsets(node)
      const range = { start: lineStart(text, start), end }
      return {
        id: `${fileId}#block${String(index)}`,
        fileId,
        path,
        index,
        kind,
        ...(node.type === 'code' && node.lang ? { lang: node.lang } : {}),
        content: contentOf(document, range, [chapter], removals, settings),
        chapterId: chapter.id,
        chapterTree: chapter.path,
        ...linesOf(node, node)
      }
    })
    .filter(({ content }) => content !== '')
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
  const removals = removalsIn(sections, settings)
  return {
    fileId,
    path: document.path,
    chapterId: chapter.id,
    chapterTree: chapter.path,
    title: chapter.title,
    content: contentOf(document, range, sections, removals, settings),
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
  sections: Section[],
  removals: Removal[],
  settings: Settings
): string {
  if (settings.contentFormat === 'text') return textOf(document, range, sections, settings)
  const within = inRange(removals, range).map((removal) => ({
    ...removal,
    start: Math.max(removal.start, range.start),
    end: Math.min(removal.end, range.end)
  }))
  return sourceWithout(document.text, range, within)
}

/** Those of some removals in a row that touch a range: of thousands only those are looked at. */
function inRange(removals: Removal[], { start, end }: SourceRange): Removal[] {
  let [low, high] = [0, removals.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((removals[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let after = low
  while ((removals[after]?.start ?? end) < end) after++
  return removals.slice(low, after)
}

/** What is no content of some sections, in order: comments, markers, or whole questions and answers (L5.4). */
function removalsIn(sections: Section[], settings: Settings): Removal[] {
  return sections.flatMap((section) => {
    const spans = settings.questionsInContent ? [] : questionSpans(section)
    const markers = section.marking.markers.map((tag) => ({
      ...offsets(tag),
      isBlock: tag.type === 'tagBlock'
    }))
    const rows = emptiedRows(section, spans).map(rowRemoval)
    return united([...rows, ...spans.map(removalOf), ...section.comments, ...markers])
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

function textOf(
  document: Document,
  range: SourceRange,
  sections: Section[],
  settings: Settings
): string {
  const within = sections
    .flatMap((section) => section.blocks)
    .filter((node) => isIn(offsets(node).start, range))
  const spans = settings.questionsInContent ? [] : sections.flatMap(questionSpans)
  const blocks = withoutSpans(within, spans)
  return plainText(blocks, definitionsBeside(blocks, document.definitions))
}

function isIn(offset: number, { start, end }: SourceRange): boolean {
  return offset >= start && offset < end
}
