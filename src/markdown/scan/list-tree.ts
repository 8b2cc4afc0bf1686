import type { List, Paragraph } from 'mdast'
import { unreadParagraph } from './block-node.ts'
import { ListWalk, pointAt, type ListLine } from './list-walk.ts'
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

interface Line extends ListLine {
  isClosed: boolean
}

/**
 * The tree of a plain list, without the parser, whose items hold paragraphs, and lists of such items; the words in it are
 * read when somebody asks. Undefined for any other list.
 */
export function listTree(text: string, block: Stretch, reader: BlockReader): List | undefined {
  const lines = linesOf(text, block)
  return lines && new TreeWalk(lines, reader).read()
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
    markAt: place.start + mark,
    isClosed: closedLine.test(words),
    sign: sign.slice(-1),
    number: sign.length > 1 ? Number(sign.slice(0, -1)) : undefined,
    checked: null
  }
}

class TreeWalk extends ListWalk<Line> {
  readonly #reader: BlockReader

  constructor(lines: Line[], reader: BlockReader) {
    super(lines)
    this.#reader = reader
  }

  protected isAlone(): boolean {
    return false
  }

  /** A paragraph, which goes on in those lines right below that begin with words. */
  protected block(first: Line): Paragraph | undefined {
    this.at++
    for (
      let last = first, next = this.lines[this.at];
      next && next.sign === '' && !next.isApart;
      last = next, next = this.lines[this.at]
    ) {
      if (!last.isClosed) return undefined
      this.at++
    }
    const start = pointAt(first, first.markAt + first.words - first.mark)
    return unreadParagraph({ start, end: this.end() }, this.#reader)
  }
}
