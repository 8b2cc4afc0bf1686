import type { Element, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { isTag } from '../markdown/nodes.ts'
import { toSafeHast } from './hast.ts'
import { isUnknownTag } from './raw-html.ts'
import { replaceElements } from './walk-hast.ts'

/** Blocks as a reader hears them: no Markdown, no HTML, no markers; pictures by their alt text. */
export function plainText(blocks: RootContent[], definitions: RootContent[]): string {
  const root = toSafeHast(blocks, definitions, {
    marker: () => [],
    math: ({ value }) => [{ type: 'text', value }]
  })
  replaceElements(root, (element) => (element.tagName === 'img' ? altText(element) : undefined))
  return toText(root)
    .replace(/[ \t]*(?:\r\n?|\n)/g, '\n')
    .trim()
}

function altText({ properties: { alt } }: Element): Text[] {
  return typeof alt === 'string' ? [{ type: 'text', value: alt }] : []
}

/** A title: plain text on one line, without a trailing attribute list like `{#id}` (L4.4). */
export function titleText(content: PhrasingContent[]): string {
  const last = content.findLastIndex((node) => phrasingText(node).trim() !== '')
  const texts = content.map((node, at) =>
    at === last && node.type === 'text' ? withoutAttributes(node.value) : phrasingText(node)
  )
  return texts.join('').replace(/\s+/g, ' ').trim()
}

/** Without `{#id}` or `{.class}` at the end. */
function withoutAttributes(text: string): string {
  return text.replace(/(?:^|\s+)\{[#.][^{}]*\}\s*$/, '')
}

function phrasingText(node: Nodes): string {
  if (isTag(node)) return node.literal ? node.value : ''
  switch (node.type) {
    case 'break':
      return ' '
    case 'html':
      if (isUnknownTag(node.value)) return node.value
      return /^<br[\s/>]/i.test(node.value) ? ' ' : ''
    case 'footnoteReference':
      return ''
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    default:
      if ('children' in node) return node.children.map(phrasingText).join('')
      return 'value' in node ? node.value : ''
  }
}
