import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { RootContent } from 'mdast'
import type { AnyTag, InlineMath, Math } from '../markdown/nodes.ts'
import { toSafeHast } from './hast.ts'
import { idPrefix } from './schema.ts'
import { replaceElements } from './walk-hast.ts'

/**
 * The HTML of a document as its readers see it: markers as chips, `data-line` on each block, and
 * nothing that would make the page fetch anything. `captured` gives the number of a captured block
 * by its line, for `data-block`.
 */
export function previewHtml(blocks: RootContent[], captured: Map<number, number>): string {
  const root = toSafeHast(blocks, [], { marker: chip, math: tex })
  replaceElements(root, forPreview)
  for (const child of root.children) {
    const block = child.type === 'element' && captured.get(Number(child.properties['dataLine']))
    if (block) child.properties['dataBlock'] = block
  }
  return toHtml(root, { characterReferences: { useNamedReferences: true } })
}

/** A text as it is written. */
export function plainHtml(text: string): string {
  return toHtml({
    type: 'element',
    tagName: 'pre',
    properties: { dataLine: 1 },
    children: [{ type: 'text', value: text }]
  })
}

function chip(tag: AnyTag): ElementContent[] {
  const element = span(['tag', `tag-${tag.kind}`], tag.value)
  return tag.type === 'tag' ? [element] : [inParagraph(element)]
}

function tex(node: Math | InlineMath): ElementContent[] {
  const isDisplay = node.type === 'math' || node.display
  const element = span(['math', isDisplay ? 'math-display' : 'math-inline'], node.value)
  return [node.type === 'math' ? { ...element, tagName: 'div' } : element]
}

function forPreview(element: Element): ElementContent[] | undefined {
  if (element.tagName === 'img') return [placeholder(element)]
  const { href } = element.properties
  if (element.tagName === 'a' && typeof href === 'string') {
    if (href.startsWith('#')) element.properties['href'] = `#${idPrefix}${href.slice(1)}`
    else Object.assign(element.properties, { target: '_blank', rel: ['noopener', 'noreferrer'] })
  }
  return undefined
}

/** A picture is named, with its address, and never fetched. */
function placeholder({ properties: { src, alt } }: Element): Element {
  const address = typeof src === 'string' ? src : ''
  const name = typeof alt === 'string' && alt !== '' ? alt : 'Picture'
  return span(['image'], address ? `${name} (${address})` : name)
}

function inParagraph(element: Element): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [element] }
}

function span(className: string[], value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className },
    children: [{ type: 'text', value }]
  }
}
