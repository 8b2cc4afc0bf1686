import type { Paragraph, PhrasingContent } from 'mdast'
import { isComment } from '../../markdown/tree/comments.ts'
import { isTag, type WikiLink } from '../../markdown/tree/nodes.ts'

/**
 * The embeds of a paragraph that holds nothing else, but tags, comments and its own name, each on a line of its own:
 * these stand in place. Undefined for any other.
 */
export function loneEmbeds({ children }: Paragraph): WikiLink[] | undefined {
  const embeds: WikiLink[] = []
  let isLineStart = true
  for (const child of children) {
    if (isTag(child) || saysNothing(child)) continue
    if (child.type === 'break') isLineStart = true
    else if (child.type === 'text' && child.value.trim() === '') {
      if (/[\r\n]/.test(child.value)) isLineStart = true
    } else if (child.type === 'wikiLink' && child.isEmbed && isLineStart) {
      embeds.push(child)
      isLineStart = false
    } else return undefined
  }
  return embeds.length > 0 ? embeds : undefined
}

/** A comment, or the name of a block. */
function saysNothing(node: PhrasingContent): boolean {
  return node.type === 'html' && (node.value === '' || isComment(node))
}
