import type { Blockquote, Heading, Paragraph, PhrasingContent } from 'mdast'
import type { Point, Position } from 'unist'
import { tagForm } from '../tags.ts'
import { calloutOf } from '../tree/callout-nodes.ts'
import type { SourceRange } from '../tree/container-marks.ts'
import type { TagBlock } from '../tree/nodes.ts'
import { headingNodes } from './heading.ts'
import { inlineNodesAt } from './inline.ts'
import type { DocumentSurroundings } from './labels.ts'
import type { Stretch } from './part.ts'
import type { InlinePlaces } from './places.ts'
import { tagAt } from './tag.ts'
import { headingSigns, wordsFirst } from './words-first.ts'

/** A quote with all that stands in it, and where its lines carry its mark. */
export interface QuoteTree {
  quote: Blockquote
  marks: SourceRange[]
}

/** What makes a callout of a quote, and the blanks behind it. */
const callout = /^(\[!(?=[ \t]*[^ \t[\]])[^[\]]{1,60}\][+-]?)(?:[ \t]+|$)/

/** A line of a quote; `at` is where its words begin, behind the mark, `size` how many characters they have with their line end. */
interface Line {
  line: number
  start: number
  at: number
  end: number
  size: number
  words: string
}

/**
 * Reads a quote of which each line has its mark at the left edge, and that holds words, headings and tags alone; undefined
 * for any other, of which only the parser is certain.
 */
export function quoteTree(
  text: string,
  stretch: Stretch,
  surroundings: DocumentSurroundings
): QuoteTree | undefined {
  const lines = linesOf(text, stretch)
  const first = lines?.[0]
  const last = lines?.at(-1)
  if (!first || !last) return undefined
  const [title, mark] = (surroundings.noteSyntax && callout.exec(first.words)) || []
  const children = new QuoteReader(text, lines, surroundings).read(title)
  if (!children) return undefined
  const data = mark === undefined ? {} : { data: { callout: calloutOf(mark) } }
  const position = { start: pointAt(first, first.start), end: pointAt(last, last.end) }
  return {
    quote: { type: 'blockquote', children, ...data, position },
    marks: lines.map(({ start, at }) => ({ start, end: at }))
  }
}

function linesOf(text: string, { start, end, line }: Stretch): Line[] | undefined {
  const lines: Line[] = []
  let lineStart = start
  for (const [at, written] of text.slice(start, end).split('\n').entries()) {
    const [mark] = /^>(?!\t) ?/.exec(written) ?? []
    if (mark === undefined) return undefined
    const words = written.slice(mark.length).replace(/\r$/, '')
    const begin = lineStart + mark.length
    const place = { line: line + at, start: lineStart, at: begin, end: begin + words.length }
    lineStart += written.length + 1
    lines.push({ ...place, size: lineStart - begin, words })
  }
  return lines
}

/** Goes through the lines of a quote, block by block. */
class QuoteReader {
  readonly #text: string
  readonly #lines: Line[]
  readonly #surroundings: DocumentSurroundings
  #at = 0

  constructor(text: string, lines: Line[], surroundings: DocumentSurroundings) {
    this.#text = text
    this.#lines = lines
    this.#surroundings = surroundings
  }

  /** What stands in the quote below the kind of a callout; undefined where that is not certain. */
  read(title: string | undefined): Blockquote['children'] | undefined {
    const children: Blockquote['children'] = []
    if (title !== undefined) {
      const paragraph = this.#titleBehind(title.length)
      if (!paragraph) return undefined
      children.push(paragraph)
    }
    for (let next = this.#lines[this.#at]; next; next = this.#lines[this.#at]) {
      const isApart = next.words.trim() === '' && this.#at > 0
      const block = isApart ? undefined : this.#block(next)
      if (isApart) this.#at++
      else if (block) children.push(block)
      else return undefined
    }
    return children
  }

  #titleBehind(size: number): Paragraph | undefined {
    const [first] = this.#lines
    const children = first && this.#inline([first], size)
    if (!children) return undefined
    this.#at++
    return { type: 'paragraph', children, data: { isCalloutTitle: true }, position: within(first) }
  }

  #block(first: Line): Paragraph | Heading | TagBlock | undefined {
    const alone = this.#alone(first)
    if (alone !== 'none') {
      this.#at++
      return alone
    }
    const from = this.#at
    for (let next: Line | undefined = first; next; next = this.#lines[++this.#at]) {
      if (next.words.trim() === '' || (next !== first && this.#alone(next) !== 'none')) break
      if (!wordsFirst.test(next.words)) return undefined
    }
    const lines = this.#lines.slice(from, this.#at)
    const children = this.#inline(lines)
    if (!children || children.length === 0) return undefined
    return { type: 'paragraph', children, position: within(first, lines.at(-1)) }
  }

  /** The block that a line is by itself; undefined where it is not certain which one. */
  #alone(line: Line): Heading | TagBlock | 'none' | undefined {
    const { words, at, end } = line
    const depth = headingSigns(words)
    if (depth > 0) {
      const place = { text: this.#text, first: at, end }
      const children = headingNodes(place, depth, line.line, this.#surroundings)
      return children && { type: 'heading', depth: depth as 1, children, position: within(line) }
    }
    const value = tagAt(words, 0)
    if (value === undefined || words.slice(value.length).trim() !== '') return 'none'
    const position = { start: pointAt(line, at), end: pointAt(line, at + value.length) }
    return { type: 'tagBlock', value, ...tagForm(value), position }
  }

  /** What lines say from so many characters on of the first one. */
  #inline(lines: Line[], from = 0): PhrasingContent[] | undefined {
    const last = lines.length - 1
    const source = lines
      .map(({ at, size, words }, nth) => (nth < last ? this.#text.slice(at, at + size) : words))
      .join('')
      .slice(from)
    // Behind a dollar without a mate the parser counts marks of lines to the words above them.
    if (last > 0 && source.split('$').length % 2 === 0) return undefined
    return inlineNodesAt(source, new QuotePlaces(lines, from), this.#surroundings)
  }
}

/** Where the characters of lines stand that are put together without their marks. */
class QuotePlaces implements InlinePlaces {
  readonly #lines: Line[]
  #index = 0
  /** The offset at which the line begins that is looked at. */
  #from: number

  constructor(lines: Line[], from: number) {
    this.#lines = lines
    this.#from = -from
  }

  at(offset: number): Point {
    return this.#point(offset, (line) => line.at + offset - this.#from)
  }

  endAt(offset: number): Point {
    return this.#point(offset, (line) =>
      offset === this.#from && this.#index > 0 ? line.start : line.at + offset - this.#from
    )
  }

  #point(offset: number, place: (line: Line) => number): Point {
    let line = this.#lines[this.#index]
    while (line && offset - this.#from > line.words.length) {
      this.#from += line.size
      line = this.#lines[++this.#index]
    }
    return line ? pointAt(line, place(line)) : { line: 1, column: 1, offset: 0 }
  }
}

function within(first: Line, last = first): Position {
  return { start: pointAt(first, first.at), end: pointAt(last, last.end) }
}

function pointAt({ line, start }: Line, offset: number): Point {
  return { line: line + 1, column: offset - start + 1, offset }
}
