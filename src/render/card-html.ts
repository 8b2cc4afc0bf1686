import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { RootContent } from 'mdast'
import type { InlineMath, Math } from '../markdown/nodes.ts'
import { isInline } from '../markdown/slice.ts'
import { isAbsolute } from './address.ts'
import { toSafeHast } from './hast.ts'
import { replaceElements } from './walk-hast.ts'

/**
 * The HTML of a question or answer, for a field of an Anki note: math as MathJax reads it, no
 * address that only works beside the file, no picture fetched from afar. One paragraph comes
 * without `<p>` around it.
 */
export function cardHtml(blocks: RootContent[], definitions: RootContent[]): string {
  const root = toSafeHast(blocks, definitions, { marker: () => [], math: mathJax })
  replaceElements(root, forCard)
  if (isInline(blocks)) unwrapParagraph(root)
  const html = toHtml(root, { characterReferences: { useNamedReferences: true } })
  return html.replace(/\r\n?/g, '\n').trim()
}

function unwrapParagraph(root: Root): void {
  const at = root.children.findIndex((child) => child.type === 'element')
  const paragraph = root.children[at]
  if (paragraph?.type === 'element' && paragraph.tagName === 'p') {
    root.children.splice(at, 1, ...paragraph.children)
  }
}

function mathJax(node: Math | InlineMath): ElementContent[] {
  // `}}` would end a cloze deletion in Anki's templates.
  const tex = node.value.replace(/\}(?=\})/g, '} ')
  const isDisplay = node.type === 'math' || node.display
  const value = isDisplay ? `\\[${tex}\\]` : `\\(${tex}\\)`
  return node.type === 'math'
    ? [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }]
    : [{ type: 'text', value }]
}

function forCard(element: Element): ElementContent[] | undefined {
  delete element.properties['dataLine']
  switch (element.tagName) {
    case 'a':
      return link(element)
    case 'img':
      return image(element)
    case 'h2':
      return String(element.properties['id']).endsWith('footnote-label') ? [] : undefined
    default:
      return undefined
  }
}

function link(element: Element): ElementContent[] | undefined {
  const { href, dataFootnoteBackref } = element.properties
  if (dataFootnoteBackref !== undefined) return []
  return typeof href === 'string' && isAbsolute(href) ? undefined : element.children
}

/** Pictures of the project are not in the deck yet; a remote one becomes a link to it. */
function image(element: Element): ElementContent[] {
  const source = textOf(element.properties['src'])
  const value = textOf(element.properties['alt']) || source
  const text: ElementContent = { type: 'text', value }
  return isAbsolute(source)
    ? [{ type: 'element', tagName: 'a', properties: { href: source }, children: [text] }]
    : [text]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
