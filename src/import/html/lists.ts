import type { Element, ElementContent, Root } from 'hast'
import { element, isElement, replaceElements } from './elements.ts'

/** Puts a list that stands between items into the item before it: word processors nest them so. */
export function nestLists(tree: Root): void {
  replaceElements(tree, (node) => {
    if (isElement(node, 'ul', 'ol')) node.children = nested(node)
    return undefined
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
