import { toString } from 'hast-util-to-string'
import type { Element, ElementContent, Root } from 'hast'
import { element, find, isElement, replaceElements } from './elements.ts'

const blocks = ['p', 'div', 'li', 'ul', 'ol', 'blockquote', 'dl', 'dt', 'dd', 'section', 'article']

/** Makes tables such as Markdown has: text in cells, a row of headings; those that only lay out a page go. */
export function plainTables(tree: Root): void {
  replaceElements(tree, (node) => {
    if (!isElement(node, 'table')) return undefined
    if (laysOut(node)) return cellsOf(node).map((cell) => element('div', cell.children))
    for (const cell of cellsOf(node)) cell.children = inLine(cell.children)
    promoteHead(node)
    return undefined
  })
}

function laysOut(table: Element): boolean {
  return cellsOf(table).length < 2 || find(table, (node) => isElement(node, 'table')) !== undefined
}

function cellsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (!isElement(child) || isElement(child, 'table')) return []
    return isElement(child, 'td', 'th') ? [child] : cellsOf(child)
  })
}

/** What stands below each other in a cell, in lines of it. */
function inLine(children: ElementContent[]): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  for (const child of children) {
    if (!isElement(child, ...blocks, 'pre')) lines.at(-1)?.push(child)
    else {
      const inner = child.tagName === 'pre' ? child.children : inLine(child.children)
      const sign: ElementContent[] = child.tagName === 'li' ? [{ type: 'text', value: '• ' }] : []
      lines.push([...sign, ...inner], [])
    }
  }
  const full = lines.filter((line) => line.some((node) => isElement(node) || toText(node).trim()))
  return full.flatMap((line, at) => (at === 0 ? line : [element('br', []), ...line]))
}

function toText(node: ElementContent): string {
  return node.type === 'text' ? node.value : ''
}

/** A first row that is bold throughout is one of headings: word processors have no other. */
function promoteHead(table: Element): void {
  if (find(table, (node) => isElement(node, 'th', 'thead'))) return
  const first = find(table, (node) => isElement(node, 'tr'))
  const cells = first ? cellsOf(first) : []
  if (!cells.every((cell) => toString(cell).trim() === '' || isBold(cell))) return
  if (cells.every((cell) => toString(cell).trim() === '')) return
  for (const cell of cells) {
    cell.tagName = 'th'
    replaceElements(cell, (node) => (isElement(node, 'strong', 'b') ? node.children : undefined))
  }
}

function isBold(cell: Element): boolean {
  const full = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return (
    full.length > 0 &&
    full.every(
      (child) => isElement(child, 'strong', 'b') || (isElement(child, 'span') && isBold(child))
    )
  )
}
