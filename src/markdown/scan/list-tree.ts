import type { List, ListItem, Paragraph } from 'mdast'
import type { Point } from 'unist'
import { unreadParagraph } from './block-node.ts'
import type { Stretch } from './part.ts'
import type { BlockReader } from './plain-blocks.ts'

/** The mark of an item, and words behind it. */
const itemLine = /^( *)([-+*]|\d{1,9}[.)])( {1,4})(\S.*)$/
/** Words that begin no block but a paragraph, and no box or mark of a task. */
const wordsFirst =
  /^(?!(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELED|CANCELLED|IN-PROGRESS) )(?:[\p{L}"'(“„«‘¿¡.,;/…—–]|\d(?!\d{0,8}[.)](?:\s|$))|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|`(?!``)|\[[^[\]]{2,}\]\(|\$(?!\$)|#(?=[^\s#]))/u

/**
 * A line at whose end no code, formula or label is open: what goes over lines would hold the blanks before them,
 * too, when it is read without the list around it.
 */
const closedLine =
  /^(?:[^`$[\]<\\]|<(?![a-z/!?])|\\(?![`$[\]<])|`[^`]+`(?!`)|\$(?!\s)[^`$\\]+(?<!\s)\$(?![\d$])|\[(?:[^`$[\]<\\]|`[^`]+`(?!`))*\])*$/i

interface Line {
  line: number
  start: number
  end: number
  /** Columns, from 0, of the mark and of the words; the mark's is that of the words where there is none. */
  mark: number
  words: number
  /** Whether blank lines stand above. */
  isApart: boolean
  isClosed: boolean
  /** The sign that all items of one list have; '' where the line is no item. */
  sign: string
  /** Undefined for a bullet. */
  number: number | undefined
}

/**
 * The tree of a plain list, without the parser, whose items hold paragraphs, and lists of such items; the words in it are
 * read when somebody asks. Undefined for any other list.
 */
export function listTree(text: string, block: Stretch, reader: BlockReader): List | undefined {
  const lines = linesOf(text, block)
  if (!lines) return undefined
  const builder = new ListBuilder(lines, reader)
  const list = builder.list()
  return builder.isDone ? list : undefined
}

function linesOf(text: string, { start, end, line }: Stretch): Line[] | undefined {
  const lines: Line[] = []
  let lineStart = text.lastIndexOf('\n', start - 1) + 1
  let number = line
  let isApart = false
  for (const written of text.slice(lineStart, end).split('\n')) {
    const source = written.endsWith('\r') ? written.slice(0, -1) : written
    if (/^[ \t]*$/.test(source)) isApart = true
    else {
      const one = lineOf(source, { line: number, start: lineStart, isApart })
      if (!one) return undefined
      lines.push(one)
      isApart = false
    }
    lineStart += written.length + 1
    number++
  }
  return lines
}

function lineOf(source: string, place: Pick<Line, 'line' | 'start' | 'isApart'>): Line | undefined {
  const item = itemLine.exec(source)
  const [, lead = '', sign = '', gap = '', said = ''] = item ?? []
  const words = item ? said : source.trimStart()
  const mark = item ? lead.length : source.length - words.length
  // A tab stands for more than one column.
  if (!wordsFirst.test(words) || source.slice(0, mark).includes('\t')) return undefined
  return {
    ...place,
    end: place.start + source.length,
    mark,
    words: mark + sign.length + gap.length,
    isClosed: closedLine.test(words),
    sign: sign.slice(-1),
    number: sign.length > 1 ? Number(sign.slice(0, -1)) : undefined
  }
}

/** Goes through the lines of a list; what it is not certain of gives no tree. */
class ListBuilder {
  readonly #lines: Line[]
  readonly #reader: BlockReader
  #at = 0

  constructor(lines: Line[], reader: BlockReader) {
    this.#lines = lines
    this.#reader = reader
  }

  get isDone(): boolean {
    return this.#at === this.#lines.length
  }

  /** The list that begins with the next line. */
  list(): List | undefined {
    const first = this.#lines[this.#at]
    if (!first || first.sign === '') return undefined
    const children: ListItem[] = []
    let spread = false
    for (
      let next: Line | undefined = first;
      next && next.mark >= first.mark;
      next = this.#lines[this.#at]
    ) {
      if (next.mark !== first.mark || next.sign !== first.sign) return undefined
      if (next !== first) spread ||= next.isApart
      const item = this.#item(next)
      if (!item) return undefined
      children.push(item)
    }
    return {
      type: 'list',
      ordered: first.number !== undefined,
      start: first.number ?? null,
      spread,
      children,
      position: { start: pointAt(first, first.mark), end: this.#end() }
    }
  }

  #item(first: Line): ListItem | undefined {
    const words = this.#paragraph(first)
    if (!words) return undefined
    const children: ListItem['children'] = [words]
    let spread = false
    for (let next = this.#lines[this.#at]; next; next = this.#lines[this.#at]) {
      if (next.mark < first.words) {
        // What stands farther out has to begin an item, here or in a list around.
        if (next.sign === '') return undefined
        break
      }
      if (next.mark > first.words + 3) return undefined
      spread ||= next.isApart
      if (next.sign === '') {
        const more = this.#paragraph(next)
        if (!more) return undefined
        children.push(more)
        continue
      }
      // Behind a list, an item that stands otherwise may be one of it still; right below words only the number 1 begins one.
      const isBehindList = children.at(-1)?.type === 'list'
      if (isBehindList || (!next.isApart && (next.number ?? 1) !== 1)) return undefined
      const list = this.list()
      if (!list) return undefined
      children.push(list)
    }
    const position = { start: pointAt(first, first.mark), end: this.#end() }
    return { type: 'listItem', spread, checked: null, children, position }
  }

  /** The paragraph that begins with the next line, and goes on in those right below that begin with words. */
  #paragraph(first: Line): Paragraph | undefined {
    this.#at++
    for (
      let last = first, next = this.#lines[this.#at];
      next && next.sign === '' && !next.isApart;
      last = next, next = this.#lines[this.#at]
    ) {
      if (!last.isClosed) return undefined
      this.#at++
    }
    return unreadParagraph({ start: pointAt(first, first.words), end: this.#end() }, this.#reader)
  }

  #end(): Point {
    const last = this.#lines[this.#at - 1]
    return last ? pointAt(last, last.end - last.start) : { line: 1, column: 1, offset: 0 }
  }
}

function pointAt({ line, start }: Line, column: number): Point {
  return { line: line + 1, column: column + 1, offset: start + column }
}
