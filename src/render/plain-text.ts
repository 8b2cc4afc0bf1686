import type { Element, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import type { RootContent } from 'mdast'
import { withoutKind } from './callout-html.ts'
import { toSafeHast } from './hast.ts'
import { replaceElements } from './walk-hast.ts'

/** Blocks as a reader hears them: no Markdown, no HTML, no markers; pictures by their alt text. */
export function plainText(blocks: RootContent[], definitions: RootContent[]): string {
  const root = toSafeHast(blocks, definitions, {
    marker: () => [],
    math: ({ value }) => [{ type: 'text', value }]
  })
  replaceElements(root, (element) =>
    element.tagName === 'img' ? altText(element) : withoutKind(element)
  )
  return toText(root)
    .replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)/g, '\n')
    .trim()
}

function altText({ properties: { alt } }: Element): Text[] {
  return typeof alt === 'string' ? [{ type: 'text', value: alt }] : []
}
