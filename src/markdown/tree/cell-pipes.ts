import type { Link, Nodes } from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { offsets } from '../tag-places.ts'

/**
 * In a table `\|` is a bar everywhere: GFM reads a cell after its bars were freed of their
 * backslashes. The table's own extension sees to code and text; this to math, HTML and addresses.
 */
export const cellPipes: Extension = { exit: { tableData: exitCell, tableHeader: exitCell } }

function exitCell(this: CompileContext, token: Token): undefined {
  const cell = this.stack.at(-1)
  if (cell?.type === 'tableCell') cell.children.forEach(freePipes)
  this.exit(token)
}

function freePipes(node: Nodes): void {
  if (node.type === 'html' || node.type === 'inlineMath') node.value = freed(node.value)
  if (node.type === 'link' && isAutolink(node)) {
    node.url = freed(node.url)
    for (const child of node.children) if (child.type === 'text') child.value = freed(child.value)
  } else if ('children' in node) node.children.forEach(freePipes)
}

/** Pairs of backslashes stay, since they do not hide a bar. */
function freed(source: string): string {
  return source.replace(/\\([\\|])/g, (pair, sign: string) => (sign === '|' ? sign : pair))
}

/** Whether a link is written as its address, with or without angle brackets around it. */
function isAutolink(link: Link): boolean {
  const [text] = link.children
  return text !== undefined && offsets(link).end - offsets(text).end < 2
}
