import type { Element, Root } from 'hast'
import { isElement, property, replaceElements, setChildren, style } from './elements.ts'

/** What is on a page and is none of its text. */
const clutter = new Set([
  ...['script', 'style', 'template', 'noscript', 'nav', 'head', 'base', 'link', 'meta', 'title'],
  ...['button', 'dialog', 'select', 'textarea', 'form-associated', 'iframe', 'object', 'embed'],
  ...['canvas', 'svg', 'map', 'progress', 'meter', 'menuitem']
])

/** Most rows or columns that a cell is let go over: a page can name millions. */
const mostSpan = 100

/** Takes out of a tree what nobody reads: comments, scripts, menus, what is hidden. */
export function dropClutter(tree: Root): void {
  replaceElements(tree, (node) => {
    setChildren(
      node,
      node.children.filter(({ type }) => type !== 'comment')
    )
    if (isElement(node, 'td', 'th')) {
      for (const span of ['colSpan', 'rowSpan']) {
        const wish = Number(property(node, span))
        if (wish > mostSpan) node.properties[span] = mostSpan
      }
    }
    if (clutter.has(node.tagName) || isHidden(node)) return []
    // Elements of Word's own languages, as in `o:p`.
    return node.tagName.includes(':') ? node.children : undefined
  })
  tree.children = tree.children.filter(({ type }) => type !== 'comment' && type !== 'doctype')
}

function isHidden(node: Element): boolean {
  if (node.properties['hidden'] === true || node.properties['hidden'] === '') return true
  if (style(node, 'display') === 'none' || style(node, 'mso-hide') === 'all') return true
  return style(node, 'visibility') === 'hidden'
}
