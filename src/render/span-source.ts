import type { RootContent } from 'mdast'
import { marksLines } from '../markdown/block-containers.ts'
import type { SourceRange } from '../markdown/container-marks.ts'
import { offsets, tagPlaces, type TagPlace } from '../markdown/tag-places.ts'

/**
 * A span's text: the Markdown between its tags, without the marks of the containers around it, as
 * LF lines, trimmed (L2.7). `content` is the slice between the tags; `marks` come from `parse`.
 */
export function spanSource(
  text: string,
  open: TagPlace,
  close: TagPlace,
  content: RootContent[],
  marks: SourceRange[]
): string {
  const range = { start: offsets(open.tag).end, end: offsets(close.tag).start }
  const around = open.ancestors.filter(marksLines).map(offsets)
  const bare = without(text, range, continuedMarks(text, range, around, marks))
  const cell = open.ancestors.find((node) => node.type === 'tableCell')
  const source = cell && close.ancestors.includes(cell) ? bare.replaceAll('\\|', '|') : bare
  return content[0]?.type === 'code' ? trimLines(source) : source.trim()
}

/**
 * The source of a definition that a span uses, without the marks of the containers `around` it and
 * without the tags in it.
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
  const removed = [...continuedMarks(text, range, around, marks), ...tags]
  return without(
    text,
    range,
    removed.sort((a, b) => a.start - b.start)
  ).trim()
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

function without(text: string, range: SourceRange, removed: SourceRange[]): string {
  let source = ''
  let from = range.start
  for (const { start, end } of removed) {
    source += text.slice(from, start)
    from = end
  }
  return (source + text.slice(from, range.end)).replace(/\r\n|\r/g, '\n')
}

/** Index of the first mark at or after an offset. */
function firstFrom(marks: SourceRange[], offset: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Blank lines at both ends go; the indentation of an indented code block stays. */
function trimLines(source: string): string {
  return source.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}
