import type { Entry } from './item.ts'
import { paragraphsOf, textKeys } from './paragraphs.ts'

/** Whether an item says more than a title: what holds headings only, or gives no record, leaves nothing to learn. */
export function teaches({ item, silent }: Entry): boolean {
  if (silent) return false
  if (item.kind === 'qa') return true
  return item.block_kind !== 'heading' && paragraphsOf(item).length > 0
}

/** Whether a text holds a paragraph beside its headings. */
export function saysMore(text: string): boolean {
  return textKeys(text).length > 0
}
