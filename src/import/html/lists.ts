import type { Element, ElementContent, Root } from 'hast'
import { element, isElement, replaceElements } from './elements.ts'

/**
 * Puts a list that stands between items into the item before it, as word processors nest them, and
 * takes the paragraph from around an item's only text; a list without items goes.
 */
export function nestLists(tree: Root): void {
  replaceElements(tree, (node) => {
    if (isElement(node, 'li')) node.children = inItem(node)
    if (!isElement(node, 'ul', 'ol')) return undefined
    node.children = nested(node)
    return node.children.some((child) => isElement(child)) ? undefined : []
  })
}

function nested(list: Element): ElementContent[] {
  const items: ElementContent[] = []
  for (const child of list.children) {
    const last = items.findLast((one) => isElement(one, 'li'))
    if (isElement(child, 'ul', 'ol')) {
      if (isElement(last)) last.children.push(child)
      else items.push(element('li', [child]))
    } else items.push(child)
  }
  return items
}

function inItem({ children }: Element): ElementContent[] {
  const full = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [first, ...others] = full
  const isAlone = others.every((other) => isElement(other, 'ul', 'ol'))
  return isElement(first, 'p') && isAlone ? [...first.children, ...others] : children
}
