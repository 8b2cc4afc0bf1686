import type { List, ListItem } from 'mdast'
import type { Point } from 'unist'
import { unreadParagraph } from './block-node.ts'
import type { Stretch } from './part.ts'
import type { BlockReader } from './plain-blocks.ts'

/** An item on a line: its mark, and words behind it. */
const itemLine = /^( *)([-+*]|\d{1,9}[.)])( {1,4})(\S(?:.*\S)?)$/
/** Words that begin no block but a paragraph, and no box or mark of a task. */
const wordsFirst =
  /^(?!(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELED|CANCELLED|IN-PROGRESS) )(?:[\p{L}"'(“„«‘¿¡.,;/…—–]|\d(?!\d{0,8}[.)](?:\s|$))|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|`(?!``)|\[[^[\]]{2,}\]\(|\$(?!\$)|#(?=[^\s#]))/u

interface Item {
  line: number
  lineStart: number
  /** Columns, from 0, of the mark and of the words behind it. */
  mark: number
  words: number
  end: number
  /** The sign that all items of one list have. */
  sign: string
  /** Undefined for a bullet. */
  number: number | undefined
}

/**
 * The tree of a plain list whose items stand on a line each, without the parser; the words in it are read
 * when somebody asks. Undefined for any other list.
 */
export function listTree(text: string, block: Stretch, reader: BlockReader): List | undefined {
  const items = itemsOf(text, block)
  const [first] = items ?? []
  if (!items || !first) return undefined
  const [list, next] = listFrom(items, 0, reader) ?? []
  return next === items.length ? list : undefined
}

function itemsOf(text: string, { start, end, line }: Stretch): Item[] | undefined {
  const items: Item[] = []
  let lineStart = text.lastIndexOf('\n', start - 1) + 1
  for (const written of text.slice(lineStart, end).split('\n')) {
    const source = written.endsWith('\r') ? written.slice(0, -1) : written
    const [, lead = '', mark = '', gap = '', words = ''] = itemLine.exec(source) ?? []
    if (!wordsFirst.test(words)) return undefined
    const column = lead.length + mark.length + gap.length
    const number = mark.length > 1 ? Number(mark.slice(0, -1)) : undefined
    items.push({
      line: line + items.length,
      lineStart,
      mark: lead.length,
      words: column,
      end: lineStart + source.length,
      sign: mark.slice(-1),
      number
    })
    lineStart += written.length + 1
  }
  return items
}

/** The list that begins with an item, and the index of the item behind it; undefined where it is not certain. */
function listFrom(items: Item[], from: number, reader: BlockReader): [List, number] | undefined {
  const first = items[from]
  if (!first) return undefined
  const children: ListItem[] = []
  let at = from
  for (let item = items[at]; item && item.mark >= first.mark; item = items[at]) {
    if (item.mark !== first.mark || item.sign !== first.sign) return undefined
    const node: ListItem = {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraphOf(item, reader)]
    }
    children.push(node)
    const next = items[++at]
    if (next && next.mark > item.mark) {
      // Only the number 1 begins a list right below words, and what stands in farther is none.
      const begins = next.mark >= item.words && next.mark <= item.words + 3
      const below = begins && (next.number ?? 1) === 1 && listFrom(items, at, reader)
      if (!below) return undefined
      node.children.push(below[0])
      at = below[1]
    }
    node.position = { start: pointAt(item, item.mark), end: endOf(items[at - 1] ?? item) }
  }
  const last = items[at - 1] ?? first
  const list: List = {
    type: 'list',
    ordered: first.number !== undefined,
    start: first.number ?? null,
    spread: false,
    children,
    position: { start: pointAt(first, first.mark), end: endOf(last) }
  }
  return [list, at]
}

function paragraphOf(item: Item, reader: BlockReader) {
  return unreadParagraph({ start: pointAt(item, item.words), end: endOf(item) }, reader)
}

function endOf(item: Item): Point {
  return pointAt(item, item.end - item.lineStart)
}

function pointAt({ line, lineStart }: Item, column: number): Point {
  return { line: line + 1, column: column + 1, offset: lineStart + column }
}
