import type { Heading, Paragraph, Parents, RootContent, TableCell } from 'mdast'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { maskedSource, mayBeUnseen } from './mask.ts'

/** One line of a passage, without the marks of its containers and blanks around it. */
export interface Line extends SourceRange {
  /** Its text, in which code, math, links and the like are `hidden` characters. */
  words: string
}

/** A paragraph, heading or table cell: where prose stands. */
export interface Passage extends SourceRange {
  node: Paragraph | Heading | TableCell
  /** The nodes around it, outermost first; empty for a block of the document. */
  parents: Parents[]
  /** The nodes it stands among, and its place there. */
  siblings: readonly RootContent[]
  index: number
  /** Number of the section. */
  section: number
  /** Whether it stands in a block quote. */
  isQuoted: boolean
  lines: Line[]
}

/** All passages of some blocks in the order of the text; footnotes hold none. */
export function passagesOf(text: string, blocks: RootContent[], section: number): Passage[] {
  const passages: Passage[] = []
  const parents: Parents[] = []
  let quotes = 0
  blocks.forEach(visit)
  return passages

  function visit(node: RootContent, index: number, siblings: readonly RootContent[]): void {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const range = offsets(node)
      passages.push({
        ...range,
        node,
        parents: [...parents],
        siblings,
        index,
        section,
        isQuoted: quotes > 0,
        lines: linesOf(text, node, quotes > 0)
      })
      return
    }
    if (!('children' in node) || node.type === 'footnoteDefinition') return
    if (node.type === 'blockquote') quotes++
    parents.push(node)
    const children: RootContent[] = node.children
    children.forEach(visit)
    parents.pop()
    if (node.type === 'blockquote') quotes--
  }
}

function linesOf(text: string, node: Passage['node'], isQuoted: boolean): Line[] {
  const { start: from, end: to } = contentRange(text, node)
  if (from >= to) return []
  const masked = maskedSource(text, node, { start: from, end: to })
  const lines: Line[] = []
  let at = 0
  for (const written of masked.split(/\r\n|\n|\r/)) {
    const lead = (at === 0 ? /^[ \t]*/ : isQuoted ? /^[ \t>]*/ : /^[ \t]*/).exec(written)?.[0] ?? ''
    // A backslash before a line end is a hard break.
    const words = written
      .slice(lead.length)
      .replace(/(?<!\\)\\$/, '')
      .trimEnd()
    const start = from + at + lead.length
    lines.push({ start, end: start + words.length, words })
    at += written.length
    at += masked.startsWith('\r\n', at) ? 2 : 1
  }
  return lines
}

/** Where the words stand: a bare address that was found late has no place of its own. */
function contentRange(text: string, node: Passage['node']): SourceRange {
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  // What stands in a node may not be read yet, and need not be for words alone.
  const isRead = mayBeUnseen.test(source)
  const first = isRead ? node.children[0]?.position?.start.offset : undefined
  if (node.type === 'paragraph') {
    // The kind of a callout, `[!note]`, is no word of its title.
    return { start: node.data?.isCalloutTitle ? (first ?? end) : start, end }
  }
  const last = isRead ? node.children.at(-1)?.position?.end.offset : undefined
  const [lead, tail] =
    node.type === 'heading'
      ? [/^#{0,6}[ \t]*/, /(?:[ \t]+#+)?[ \t]*$|[ \t]*(?:\r\n|\n|\r)[^\r\n]*$/]
      : [/^\|?[ \t]*/, /[ \t]*\|?$/]
  return {
    start: first ?? start + (lead.exec(source)?.[0].length ?? 0),
    end: last ?? start + source.replace(tail, '').length
  }
}
