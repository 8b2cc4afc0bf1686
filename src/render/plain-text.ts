import type { Element, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import type { RootContent } from 'mdast'
import { withoutKind } from './callout-html.ts'
import { toSafeHast } from './hast.ts'
import { dropLineEnds } from './line-breaks.ts'
import { replaceElements } from './walk-hast.ts'

/**
 * Blocks as a reader hears them: no Markdown, no HTML, no markers; pictures by their alt text. With
 * `lineBreaks`, a line end within a paragraph stays one (N2).
 */
export function plainText(
  blocks: RootContent[],
  definitions: RootContent[],
  lineBreaks = false
): string {
  const root = toSafeHast(blocks, definitions, {
    marker: () => [],
    math: ({ value }) => [{ type: 'text', value }],
    lineBreaks
  })
  replaceElements(root, (element) =>
    element.tagName === 'img' ? altText(element) : withoutKind(element)
  )
  dropLineEnds(root)
  return toText(root)
    .replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)/g, '\n')
    .trim()
}

function altText({ properties: { alt } }: Element): Text[] {
  return typeof alt === 'string' ? [{ type: 'text', value: alt }] : []
}
