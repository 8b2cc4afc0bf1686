import type { RootContent } from 'mdast'
import { marksLines } from '../markdown/tree/block-containers.ts'
import { commentsIn, type Comment } from '../markdown/tree/comments.ts'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { firstFrom } from '../markdown/first-from.ts'
import { offsets, tagPlaces, type TagPlace } from '../markdown/tag-places.ts'
import { wikiLinkSources, type Replacement } from '../markdown/tree/wiki-link-sources.ts'

/**
 * A span's text: the Markdown between its tags, without the marks of the containers around it and
 * without comments, with the words of links to notes, as LF lines, trimmed (L2.7). `content` is the slice
 * between the tags; `marks` come from `parse`, `comments` and `links` are those of the chapter.
 */
export function spanSource(
  text: string,
  open: TagPlace,
  close: TagPlace,
  content: RootContent[],
  marks: SourceRange[],
  { comments, links }: { comments: Comment[]; links: Replacement[] }
): string {
  const range = { start: offsets(open.tag).end, end: offsets(close.tag).start }
  const around = open.ancestors.filter(marksLines).map(offsets)
  const removed = [
    ...continuedMarks(text, range, around, marks),
    ...commentCuts(text, range, comments),
    ...linksIn(range, links)
  ]
  const bare = without(text, range, removed)
  const cell = open.ancestors.find((node) => node.type === 'tableCell')
  const source = cell && close.ancestors.includes(cell) ? bare.replaceAll('\\|', '|') : bare
  return content[0]?.type === 'code' ? trimLines(source) : source.trim()
}

/**
 * The source of a definition that a span uses, without the marks of the containers `around` it and
 * without the tags and comments in it, with the words of links to notes.
 */
export function definitionSource(
  text: string,
  node: RootContent,
  around: SourceRange[],
  marks: SourceRange[]
): string {
  const range = offsets(node)
  const tags = tagPlaces([node])
    .filter(({ tag }) => !tag.literal)
    .map(({ tag }) => offsets(tag))
  const cuts = commentCuts(text, range, commentsIn(text, [node]))
  const links = wikiLinkSources(text, [node])
  const removed = [...continuedMarks(text, range, around, marks), ...tags, ...cuts, ...links]
  return without(text, range, removed).trim()
}

/** Comments in a stretch, each with the blanks and blank lines that would be too many without it. */
function commentCuts(text: string, range: SourceRange, comments: Comment[]): SourceRange[] {
  const cuts: SourceRange[] = []
  for (let at = firstFrom(comments, range.start); at < comments.length; at++) {
    const comment = comments[at]
    if (!comment || comment.end > range.end) break
    cuts.push(commentCut(text, range, comment))
  }
  return cuts
}

function commentCut(text: string, range: SourceRange, comment: Comment): SourceRange {
  let { start, end } = comment
  while (start > range.start && isBlank(text[start - 1])) start--
  while (end < range.end && isBlank(text[end])) end++
  const startsLine = start === range.start || isLineEnd(text[start - 1])
  const endsLine = end === range.end || isLineEnd(text[end])
  if (endsLine && startsLine) {
    // Left blank, its line would part the paragraph.
    if (!comment.isBlock && start > range.start) return { start: beforeLineEnd(text, start), end }
    return { start, end: afterBlankLines(text, start, end, range.end) }
  }
  if (endsLine) return { start, end }
  return { start: comment.start, end: startsLine || start < comment.start ? end : comment.end }
}

function beforeLineEnd(text: string, start: number): number {
  return text.slice(start - 2, start) === '\r\n' ? start - 2 : start - 1
}

/** Past the blank lines that follow, where one stands before already. */
function afterBlankLines(text: string, start: number, end: number, most: number): number {
  const before = text.slice(Math.max(0, start - 4), start)
  if (!/(?:\r\n|\n|\r)(?:\r\n|\n|\r)$/.test(before)) return end
  let line = end
  for (let at = end; at < most && (isBlank(text[at]) || isLineEnd(text[at])); at++) {
    if (isLineEnd(text[at])) line = at + 1
  }
  return line
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** On each line after the first, the marks of those containers that go on there. */
function continuedMarks(
  text: string,
  range: SourceRange,
  around: SourceRange[],
  marks: SourceRange[]
): SourceRange[] {
  const continued: SourceRange[] = []
  let previous = range.start
  let seen = 0
  for (let at = firstFrom(marks, range.start); at < marks.length; at++) {
    const mark = marks[at]
    if (!mark || mark.end > range.end) break
    if (/[\r\n]/.test(text.slice(previous, mark.start))) seen = 0
    previous = mark.end
    const depth = around.filter(({ end }) => mark.start < end).length
    if (seen++ < depth) continued.push(mark)
  }
  return continued
}

/** Those of some links in a row that stand in a stretch. */
function linksIn({ start, end }: SourceRange, links: Replacement[]): Replacement[] {
  const first = firstFrom(links, start)
  return links.slice(first, firstFrom(links, end))
}

function without(
  text: string,
  range: SourceRange,
  removed: (SourceRange & Partial<Replacement>)[]
): string {
  let source = ''
  let from = range.start
  for (const { start, end, insert = '' } of removed.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) source += text.slice(from, start) + insert
    from = Math.max(from, end)
  }
  return (source + text.slice(from, range.end)).replace(/\r\n|\r/g, '\n')
}

/** Blank lines at both ends go; the indentation of an indented code block stays. */
function trimLines(source: string): string {
  return source.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}
