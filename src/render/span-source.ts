import type { Parents, RootContent } from 'mdast'
import type { SourceRange } from '../markdown/container-marks.ts'
import { offsets, type TagPlace } from '../markdown/tag-places.ts'

const containers = new Set<Parents['type']>(['blockquote', 'listItem', 'footnoteDefinition'])

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
  const around = open.ancestors.filter((node, depth) => node === close.ancestors[depth])
  const depth = around.filter((node) => containers.has(node.type)).length
  const range = { start: offsets(open.tag).end, end: offsets(close.tag).start }
  const bare = withoutMarks(text, range, depth, marks)
  const cell = around.some((node) => node.type === 'tableCell')
  const source = cell ? bare.replaceAll('\\|', '|') : bare
  return content[0]?.type === 'code' ? trimLines(source) : source.trim()
}

/** The source of a definition that a span uses, without the marks of what it stands in. */
export function definitionSource(
  text: string,
  node: RootContent,
  depth: number,
  marks: SourceRange[]
): string {
  return withoutMarks(text, offsets(node), depth, marks).trim()
}

/** Leaves out, on each line after the first, the first `depth` container marks. */
function withoutMarks(
  text: string,
  range: SourceRange,
  depth: number,
  marks: SourceRange[]
): string {
  let source = ''
  let from = range.start
  let previous = range.start
  let seen = 0
  for (let at = firstFrom(marks, range.start); at < marks.length; at++) {
    const mark = marks[at]
    if (!mark || mark.end > range.end) break
    if (/[\r\n]/.test(text.slice(previous, mark.start))) seen = 0
    previous = mark.end
    if (seen++ >= depth) continue
    source += text.slice(from, mark.start)
    from = mark.end
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
