import type { Heading, Html, List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import { mayHoldOutline, type OutlineLines } from '../syntax/outline-lines.ts'
import { taskMarkSize } from '../syntax/outline-text.ts'
import type { SourceRange } from '../tree/container-marks.ts'
import { outlineNode } from '../tree/outline-nodes.ts'
import type { TagBlock } from '../tree/nodes.ts'
import { tagForm } from '../tags.ts'
import { columnBehind } from './column-behind.ts'
import { inlineNodes } from './inline.ts'
import { headingNodes } from './heading.ts'
import type { Surroundings } from './labels.ts'
import { ListWalk, pointAt, type ListLine } from './list-walk.ts'
import type { Stretch } from './part.ts'
import { tagAt } from './tag.ts'
import { headingSigns, wordsFirst } from './words-first.ts'

/** A list with all that stands in it, and where its lines carry the marks of its items. */
export interface ListItems {
  list: List
  marks: SourceRange[]
}

/** Blanks, the mark of an item with words behind it, and a box to tick. */
const shape = /^([ \t]*)(?:([-+*]|\d{1,9}[.)])( {1,4})(?=\S))?(?:\[([ xX])\] (?=\S))?/
/** Tells by line of the text, from 1, what Logseq keeps there. */
type Outline = (line: number) => OutlineLines | undefined

/** A line of the list; offsets of the words or the box behind its mark, and of the words. */
interface Line extends ListLine {
  boxAt: number
  wordsAt: number
  /** A block that the line is alone: a heading, a tag, or what Logseq keeps. */
  alone: Heading | TagBlock | Html | undefined
}

/**
 * Reads a list whose items hold words, tags, what Logseq keeps in lines of its own, and lists of such items;
 * undefined for any other, of which only the parser is certain. `outline` tells where Logseq keeps something.
 */
export function listItems(
  text: string,
  stretch: Stretch,
  surroundings: Surroundings,
  outline: Outline
): ListItems | undefined {
  const lines = linesOf(text, stretch, surroundings, outline)
  if (!lines) return undefined
  const walk = new ItemsWalk(text, lines, surroundings)
  const list = walk.read()
  return list && { list, marks: walk.marks }
}

function linesOf(
  text: string,
  { start, end, line }: Stretch,
  surroundings: Surroundings,
  outline: Outline
): Line[] | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const source = text.slice(from, end)
  const holdsOutline = mayHoldOutline(source)
  if (source.includes(']:') || (holdsOutline && !surroundings.noteLinks)) return undefined
  const lines: Line[] = []
  let lineStart = from
  let isApart = false
  for (const [at, written] of source.split('\n').entries()) {
    const words = written.endsWith('\r') ? written.slice(0, -1) : written
    if (words === '') isApart = true
    else {
      const place = { line: line + at, start: lineStart, isApart }
      const one = lineOf(words, place, outline(line + at + 1))
      const depth = one ? headingSigns(text.slice(one.wordsAt, one.end)) : 0
      if (one && depth > 0) one.alone = headingOf(text, one, depth, surroundings)
      if (!one || (depth > 0 && !one.alone)) return undefined
      lines.push(one)
      isApart = false
    }
    lineStart += written.length + 1
  }
  return lines
}

function lineOf(
  source: string,
  place: Pick<Line, 'line' | 'start' | 'isApart'>,
  kept: OutlineLines | undefined
): Line | undefined {
  const [all = '', lead = '', sign = '', gap = '', box] = shape.exec(source) ?? []
  // A box is one only in an item.
  if (box !== undefined && sign === '') return undefined
  const words = source.slice(all.length)
  const markAt = place.start + lead.length
  const mark = columnsOf(lead)
  const one: Line = {
    ...place,
    end: place.start + source.length,
    mark,
    words: mark + sign.length + gap.length,
    markAt,
    boxAt: markAt + sign.length + gap.length,
    wordsAt: place.start + all.length,
    sign: sign.slice(-1),
    number: sign.length > 1 ? Number(sign.slice(0, -1)) : undefined,
    checked: box === undefined ? null : box !== ' ',
    alone: undefined
  }
  const position = { start: pointAt(one, one.wordsAt), end: pointAt(one, one.end) }
  if (kept) {
    const { kind } = kept
    const isLine = kind === 'property' || kind === 'planning'
    // Marks of more containers may stand before it.
    if (!isLine || box !== undefined || !/^\p{L}/u.test(words)) return undefined
    return { ...one, alone: { ...outlineNode(kind, words), position } }
  }
  const tag = tagAt(words, 0)
  if (tag !== undefined && words.slice(tag.length).trim() === '') {
    const end = pointAt(one, one.wordsAt + tag.length)
    if (box !== undefined) return undefined
    const node = { type: 'tagBlock' as const, value: tag, ...tagForm(tag) }
    return { ...one, alone: { ...node, position: { start: position.start, end } } as TagBlock }
  }
  return wordsFirst.test(words) ? one : undefined
}

function headingOf(
  text: string,
  one: Line,
  depth: number,
  surroundings: Surroundings
): Heading | undefined {
  const { wordsAt, end, line } = one
  const children = headingNodes({ text, first: wordsAt, end }, depth, line, surroundings)
  if (!children || one.checked !== null) return undefined
  const position = { start: pointAt(one, wordsAt), end: pointAt(one, end) }
  return { type: 'heading', depth: depth as 1, children, position }
}

/** Columns that blanks take at the begin of a line. */
function columnsOf(blanks: string): number {
  let columns = 0
  for (let at = 0; at < blanks.length; at++) columns = columnBehind(columns, blanks.charCodeAt(at))
  return columns
}

class ItemsWalk extends ListWalk<Line> {
  readonly marks: SourceRange[] = []
  readonly #text: string
  readonly #surroundings: Surroundings
  /** Columns at which the content of those items begins that are open. */
  readonly #open: number[] = []

  constructor(text: string, lines: Line[], surroundings: Surroundings) {
    super(lines)
    this.#text = text
    this.#surroundings = surroundings
  }

  protected override item(first: Line): ListItem | undefined {
    this.#mark(first)
    this.#open.push(first.words)
    const item = super.item(first)
    this.#open.pop()
    return item
  }

  protected isAlone({ alone }: Line): boolean {
    return alone !== undefined
  }

  protected block(first: Line): Paragraph | Heading | TagBlock | Html | undefined {
    if (first.sign === '') this.#mark(first)
    this.at++
    if (first.alone) return first.alone
    for (let next = this.lines[this.at]; next; next = this.lines[this.at]) {
      if (next.sign !== '' || next.isApart || next.alone) break
      this.#mark(next)
      this.at++
    }
    return this.#paragraph(first, this.lines[this.at - 1] ?? first)
  }

  #paragraph(first: Line, last: Line): Paragraph | undefined {
    const { wordsAt, line } = first
    const isNote = this.#surroundings.noteLinks
    const size = first.sign !== '' && first.checked === null ? taskMarkSize(this.#text, wordsAt) : 0
    if (size > 0 && !isNote) return undefined
    const start = wordsAt + size
    const words = inlineNodes(this.#text, { start, end: last.end, line }, this.#surroundings)
    if (!words || words.length === 0) return undefined
    // The box is no part of a paragraph that begins with text.
    const from = words[0]?.type === 'text' ? wordsAt : first.boxAt
    const position = { start: pointAt(first, from), end: pointAt(last, last.end) }
    const children: PhrasingContent[] = size > 0 ? [hiddenAt(first, start), ...words] : words
    return { type: 'paragraph', children, position }
  }

  /** Notes where a line carries the blanks of the items it stands in. */
  #mark(line: Line): void {
    let before = 0
    for (const column of this.#open) {
      if (line.mark < column) return
      this.marks.push({
        start: this.#offsetOf(line, before),
        end: this.#offsetOf(line, column)
      })
      before = column
    }
  }

  /** The offset of a column among the blanks of a line; within a tab that behind it. */
  #offsetOf({ start }: Line, column: number): number {
    let at = start
    for (let columns = 0; columns < column; at++) {
      columns = columnBehind(columns, this.#text.charCodeAt(at))
    }
    return at
  }
}

function hiddenAt(line: Line, end: number): Html {
  const position = { start: pointAt(line, line.wordsAt), end: pointAt(line, end) }
  return { type: 'html', value: '', position }
}
