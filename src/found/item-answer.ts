import type { ListItem, Paragraph, RootContent } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import { withoutTail } from './blocks-after.ts'
import { blocksPlace, inline, type Place } from './draft.ts'

/**
 * What stands below the first paragraph of an item, as an answer: a single item of a single paragraph
 * without its bullet. Undefined where nothing does but what Logseq keeps for itself.
 */
export function itemAnswer({ children }: ListItem): Place | undefined {
  const begin = children.findIndex(({ data }, index) => index > 0 && !data?.isOutline)
  const rest: RootContent[] = begin < 0 ? [] : withoutTail(children.slice(begin))
  const [list, other] = rest
  if (list?.type !== 'list' || other || list.children.length !== 1) return blocksPlace(rest)
  const [paragraph, more] = list.children[0]?.children ?? []
  if (paragraph?.type !== 'paragraph' || more) return blocksPlace(rest)
  const { start, end } = offsets(paragraph)
  const place = inline(start, end)
  return isEmbed(paragraph) ? { ...place, opensLine: true, closesLine: true } : place
}

/** Whether a paragraph stands for another note or block, which is shown where it stands alone. */
function isEmbed({ children: [first, more] }: Paragraph): boolean {
  return first?.type === 'wikiLink' && first.isEmbed && !more
}
