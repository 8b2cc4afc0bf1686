import { toString } from 'hast-util-to-string'
import type { Element, ElementContent, Root } from 'hast'
import { element, find, hasClass, isElement, replaceElements } from './elements.ts'

const blocks = [
  'p',
  'div',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'blockquote',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4'
]

/** Makes paragraphs of what stands between two line breaks, and a heading of Word's title. */
export function readParagraphs(tree: Root): void {
  replaceElements(tree, (node) => {
    if (!isElement(node, 'p', 'div')) return undefined
    if (isElement(node, 'p') && hasClass(node, 'MsoTitle')) return [element('h1', node.children)]
    if (isElement(node, 'p') && isEmpty(node)) return []
    if (find(node, (one) => isElement(one, ...blocks))) return undefined
    const parts = partsOf(node.children)
    return parts.length < 2 ? undefined : parts.map((part) => element('p', part))
  })
}

function isEmpty(node: Element): boolean {
  const text = toString(node).replaceAll('\u00a0', ' ')
  return (
    text.trim() === '' &&
    !find(node, (one) => isElement(one, 'img', 'math', 'br', 'input', 'audio', 'video'))
  )
}

/** What stands between double breaks. */
function partsOf(children: ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  let breaks = 0
  for (const child of children) {
    const isBlank = child.type === 'text' && child.value.trim() === ''
    if (isElement(child, 'br')) breaks += 1
    else if (!isBlank || breaks === 0) {
      if (breaks > 1) parts.push([])
      else if (breaks === 1) parts.at(-1)?.push(element('br', []))
      breaks = 0
      parts.at(-1)?.push(child)
    }
  }
  return parts.filter((part) => part.length > 0)
}
