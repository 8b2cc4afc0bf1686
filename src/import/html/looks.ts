import type { Element, ElementContent, Root } from 'hast'
import { element, isElement, property, replaceElements, style } from './elements.ts'

const phrases = new Set(['span', 'font', 'b', 'strong', 'i', 'em', 'a', 'u', 's', 'sub', 'sup'])

/** Makes elements of what pages and word processors say with styles: bold, italic, struck, marked, raised. */
export function readLooks(tree: Root): void {
  replaceElements(tree, (node) => {
    if (!phrases.has(node.tagName)) return undefined
    const plain = isPlainAgain(node) ? node.children : undefined
    const wraps = isElement(node, 'span', 'font', 'b', 'a', 'i') ? wrapsOf(node) : []
    if (wraps.length === 0) return plain
    const inner = wraps.reduce<ElementContent[]>((all, name) => [element(name, all)], node.children)
    if (!isElement(node, 'a')) return plain || isElement(node, 'span', 'font') ? inner : undefined
    node.children = inner
    return undefined
  })
}

/** Google Docs puts all it copies into a `b` of usual weight. */
function isPlainAgain(node: Element): boolean {
  if (isElement(node, 'b', 'strong')) return /^(?:normal|400)$/.test(style(node, 'font-weight'))
  return isElement(node, 'i', 'em') && style(node, 'font-style') === 'normal'
}

function wrapsOf(node: Element): string[] {
  const wraps: string[] = []
  if (/^(?:bold|bolder|[6-9]00)$/.test(style(node, 'font-weight'))) wraps.push('strong')
  if (/^(?:italic|oblique)$/.test(style(node, 'font-style'))) wraps.push('em')
  const line = `${style(node, 'text-decoration')} ${style(node, 'text-decoration-line')}`
  if (line.includes('line-through')) wraps.push('del')
  const raised = style(node, 'vertical-align')
  if (raised === 'super') wraps.push('sup')
  if (raised === 'sub') wraps.push('sub')
  if (isMarked(node)) wraps.push('mark')
  return wraps
}

/** Word names the pen; of other backgrounds only yellow is surely one. */
function isMarked(node: Element): boolean {
  if (style(node, 'mso-highlight') !== '') return true
  return /^(?:yellow|#ff0|#ffff00|rgb\(255, ?255, ?0\))$/.test(
    style(node, 'background-color') || style(node, 'background') || property(node, 'bgColor')
  )
}
