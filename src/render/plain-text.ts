import type { Element, ElementContent, Text } from 'hast'
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
  replaceElements(root, inWords)
  dropLineEnds(root)
  return toText(root)
    .replace(/(?<![ \t])[ \t]*(?:\r\n?|\n)/g, '\n')
    .trim()
}

function inWords(element: Element): ElementContent[] | undefined {
  const { id, dataFootnoteBackref, dataFootnoteRef, dataFootnotes } = element.properties
  if (element.tagName === 'img') return altText(element)
  if (dataFootnoteBackref !== undefined || String(id).endsWith('footnote-label')) return []
  if (dataFootnoteRef !== undefined) {
    return [{ type: 'text', value: '[' }, ...element.children, { type: 'text', value: ']' }]
  }
  if (dataFootnotes !== undefined) number(element)
  return withoutKind(element)
}

/** Puts `[1]` before the first footnote, and so on. */
function number(section: Element): void {
  const list = section.children.find((child) => isElement(child, 'ol'))
  const notes = list?.children.filter((child) => isElement(child, 'li')) ?? []
  for (const [at, note] of notes.entries()) {
    const first = note.children.find((child) => isElement(child, 'p')) ?? note
    first.children.unshift({ type: 'text', value: `[${String(at + 1)}] ` })
  }
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName
}

function altText({ properties: { alt } }: Element): Text[] {
  return typeof alt === 'string' ? [{ type: 'text', value: alt }] : []
}
