import type { List, ListItem } from 'mdast'
import type { Point } from 'unist'

/** A line of a list that is not blank. */
export interface ListLine {
  line: number
  start: number
  end: number
  /** Columns, from 0 and with tabs counted out, of the mark and of the words; both are those of the words where there is no mark. */
  mark: number
  words: number
  /** Offset of the mark. */
  markAt: number
  /** Whether blank lines stand above. */
  isApart: boolean
  /** The sign that all items of one list have; '' where the line is no item. */
  sign: string
  /** Undefined for a bullet. */
  number: number | undefined
  /** What a box to tick says; null where there is none. */
  checked: boolean | null
}

/** Goes through the lines of a list; what it is not certain of gives no tree. */
export abstract class ListWalk<Line extends ListLine> {
  protected readonly lines: readonly Line[]
  /** The line that is read next. */
  protected at = 0

  constructor(lines: readonly Line[]) {
    this.lines = lines
  }

  /** The list that the lines are; undefined where they are more, or it is not certain. */
  read(): List | undefined {
    const list = this.#list()
    return this.at === this.lines.length ? list : undefined
  }

  /** The block that begins with the next line, which is gone past. */
  protected abstract block(first: Line): ListItem['children'][number] | undefined

  /** Whether a line is a block of its own, and so no part of the words above. */
  protected abstract isAlone(line: Line): boolean

  /** The list that begins with the next line. */
  #list(): List | undefined {
    const first = this.lines[this.at]
    if (!first || first.sign === '') return undefined
    const children: ListItem[] = []
    let spread = false
    for (
      let next: Line | undefined = first;
      next && next.mark >= first.mark;
      next = this.lines[this.at]
    ) {
      if (next.sign === '') break
      if (next.sign !== first.sign || next.mark !== first.mark) return undefined
      if (next !== first) spread ||= next.isApart
      const item = this.item(next)
      if (!item) return undefined
      children.push(item)
    }
    return {
      type: 'list',
      ordered: first.number !== undefined,
      start: first.number ?? null,
      spread,
      children,
      position: { start: pointAt(first, first.markAt), end: this.end() }
    }
  }

  protected item(first: Line): ListItem | undefined {
    const children: ListItem['children'] = []
    let spread = false
    for (let next: Line | undefined = first; next; next = this.lines[this.at]) {
      if (next !== first) {
        if (next.mark < first.words) {
          // What stands farther out is no part of the words above if it is a block of its own.
          if (next.sign === '' && !next.isApart && !this.isAlone(next)) return undefined
          break
        }
        if (next.mark > first.words + 3) return undefined
        spread ||= next.isApart
      }
      const isItem = next !== first && next.sign !== ''
      const block = isItem ? this.#within(next, children.at(-1)?.type) : this.block(next)
      if (!block) return undefined
      children.push(block)
    }
    const position = { start: pointAt(first, first.markAt), end: this.end() }
    return { type: 'listItem', spread, checked: first.checked, children, position }
  }

  /** A list in an item, behind some other block. */
  #within(next: Line, above: string | undefined): List | undefined {
    // Behind a list, an item that stands otherwise may be one of it still; right below words only the number 1 begins one.
    const mayBegin = next.isApart || (next.number ?? 1) === 1
    return above !== 'list' && mayBegin ? this.#list() : undefined
  }

  /** Where the last line ends that was read. */
  protected end(): Point {
    const last = this.lines[this.at - 1]
    return last ? pointAt(last, last.end) : { line: 1, column: 1, offset: 0 }
  }
}

export function pointAt({ line, start }: ListLine, offset: number): Point {
  return { line: line + 1, column: offset - start + 1, offset }
}
