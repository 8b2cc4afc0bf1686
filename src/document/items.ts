import type { SourceRange } from '../markdown/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { withoutSpans } from '../markdown/without-spans.ts'
import { plainText } from '../render/plain-text.ts'
import { sourceWithout, type Removal } from '../render/source-text.ts'
import type { NumberedBlock } from './blocks.ts'
import { usedDefinitions } from './definitions.ts'
import type { Section } from './chapters.ts'
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
  const { text } = document
  return chapter.numbered
    .map(({ index, kind, node }) => {
      const { start, end } = offsets(node)
      const range = { start: lineStart(text, start), end }
      const lang = node.type === 'code' && node.lang ? { lang: node.lang } : {}
      const content = contentOf(document, range, [chapter], settings)
      const lines = linesOf({ index, kind, node })
      return {
        id: `${fileId}#block${String(index)}`,
        fileId,
        path: document.path,
        index,
        kind,
        ...lang,
        content,
        chapterId: chapter.id,
        chapterTree: chapter.path,
        ...lines
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
  const range = settings.chapterContent === 'region' ? chapter.region : chapter.own
  const sections = document.sections.filter(
    ({ own }) => own.start >= range.start && own.start < range.end
  )
  return {
    fileId,
    path: document.path,
    chapterId: chapter.id,
    chapterTree: chapter.path,
    title: chapter.title,
    content: contentOf(document, range, sections, settings),
    ...lineRange(document, sections)
  }
}

/** First and last line of some sections in a row, blank ones at the end left out. */
export function lineRange(
  { text }: Document,
  sections: Section[]
): { startLine: number; endLine: number } {
  const first = sections[0]?.blocks[0]
  const last = sections.at(-1)?.blocks.at(-1)
  const startLine = first?.position?.start.line ?? 1
  return { startLine, endLine: last?.position?.end.line ?? (text === '' ? 1 : startLine) }
}

function contentOf(
  document: Document,
  range: SourceRange,
  sections: Section[],
  settings: Settings
): string {
  if (settings.contentFormat === 'text') return textOf(document, range, sections, settings)
  return sourceWithout(document.text, range, removalsIn(range, sections, settings))
}

/** What does not belong to the content: markers, or whole questions and answers (L5.4). */
function removalsIn(range: SourceRange, sections: Section[], settings: Settings): Removal[] {
  const removals = sections.flatMap(({ marking }) =>
    marking.markers.map((tag) => ({ ...offsets(tag), isBlock: tag.type === 'tagBlock' }))
  )
  const spans = settings.questionsInContent ? [] : sections.flatMap(questionSpans).map(removalOf)
  return [...removals.filter(({ start }) => !spans.some((span) => isIn(start, span))), ...spans]
    .filter(({ start, end }) => start < range.end && end > range.start)
    .map(({ start, end, isBlock }) => ({
      start: Math.max(start, range.start),
      end: Math.min(end, range.end),
      isBlock
    }))
    .sort((a, b) => a.start - b.start)
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
  return plainText(
    blocks,
    usedDefinitions(blocks, document.definitions)
      .map(({ node }) => node)
      .filter((node) => !blocks.includes(node))
  )
}

function linesOf({ node }: NumberedBlock): { startLine: number; endLine: number } {
  return {
    startLine: node.position?.start.line ?? 1,
    endLine: node.position?.end.line ?? 1
  }
}

function isIn(offset: number, { start, end }: SourceRange): boolean {
  return offset >= start && offset < end
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
  return at
}
