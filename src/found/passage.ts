import type { Heading, Paragraph, Parents, RootContent, TableCell } from 'mdast'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { readOnly } from '../markdown/reading/read-plain.ts'
import { isPlain, isUnread } from '../markdown/scan/plain-blocks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { maskedSource, mayBeUnseen } from './mask.ts'
import { plainMask } from './plain-mask.ts'

/** One line of a passage, without the marks of its containers and blanks around it. */
export interface Line extends SourceRange {
  /** Its text, in which code, math, links and the like are `hidden` characters. */
  words: string
}

/** A paragraph, heading or table cell: where prose stands. */
export class Passage implements SourceRange {
  readonly start: number
  readonly end: number
  readonly node: Paragraph | Heading | TableCell
  /** The nodes around it, outermost first; empty for a block of the document. */
  readonly parents: Parents[]
  /** The nodes it stands among, and its place there. */
  readonly siblings: readonly RootContent[]
  readonly index: number
  /** Number of the section. */
  readonly section: number
  /** Whether it stands in a block quote. */
  readonly isQuoted: boolean
  /** As it is written, with the marks of containers between its lines. */
  readonly source: string
  readonly #text: string
  #lines: Line[] | undefined

  constructor(
    text: string,
    place: Pick<Passage, 'node' | 'parents' | 'siblings' | 'index' | 'section' | 'isQuoted'>
  ) {
    const { start, end } = offsets(place.node)
    this.#text = text
    this.start = start
    this.end = end
    this.source = text.slice(start, end)
    this.node = place.node
    this.parents = place.parents
    this.siblings = place.siblings
    this.index = place.index
    this.section = place.section
    this.isQuoted = place.isQuoted
  }

  /** Read when first asked for, which may cost a parser: look whether `source` holds what is looked for before. */
  get lines(): Line[] {
    this.#lines ??= linesOf(this.#text, this.node, this.isQuoted)
    return this.#lines
  }
}
/** All passages of some blocks in the order of the text; footnotes hold none, nor do lists that are not read. */
export function passagesOf(text: string, blocks: RootContent[], section: number): Passage[] {
  const passages: Passage[] = []
  const parents: Parents[] = []
  let quotes = 0
  blocks.forEach(visit)
  return passages

  function visit(node: RootContent, index: number, siblings: readonly RootContent[]): void {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const place = { node, parents: [...parents], siblings, index, section, isQuoted: quotes > 0 }
      passages.push(new Passage(text, place))
      return
    }
    if (!('children' in node) || node.type === 'footnoteDefinition' || isUnread(node)) return
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
  const masked = maskOf(text, node, { start: from, end: to })
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

/** Of most plain paragraphs their words tell enough; only of the others the tree is read. */
function maskOf(text: string, node: Passage['node'], range: SourceRange): string {
  if (node.type === 'paragraph' && isPlain(node)) {
    const masked = plainMask(text.slice(range.start, range.end))
    if (masked !== undefined) return masked
    readOnly([node])
  }
  return maskedSource(text, node, range)
}

/** Where the words stand: a bare address that was found late has no place of its own. */
function contentRange(text: string, node: Passage['node']): SourceRange {
  const { start, end } = offsets(node)
  if (node.type === 'paragraph') {
    // The kind of a callout, `[!note]`, is no word of its title.
    const first = node.data?.isCalloutTitle ? node.children[0] : undefined
    return {
      start: node.data?.isCalloutTitle ? (first?.position?.start.offset ?? end) : start,
      end
    }
  }
  const source = text.slice(start, end)
  // What stands in a node may not be read yet, and need not be for words alone.
  const isRead = mayBeUnseen.test(source)
  const first = isRead ? node.children[0]?.position?.start.offset : undefined
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
