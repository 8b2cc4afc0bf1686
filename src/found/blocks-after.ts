import type { RootContent } from 'mdast'
import { isPrivate } from '../markdown/tree/comments.ts'
import type { Passage } from './passage.ts'

/** The blocks right below a passage, without a blank line between: to where Obsidian ends a card. */
export function blocksRightAfter({ node, siblings, index }: Passage): RootContent[] {
  const blocks: RootContent[] = []
  let line = node.position?.end.line ?? 0
  for (let at = index + 1; at < siblings.length; at++) {
    const block = siblings[at]
    if (!block || block.position?.start.line !== line + 1 || endsAnswer(block)) break
    blocks.push(block)
    line = block.position.end.line
  }
  return withoutTail(blocks)
}

/** So many blocks are looked at, lest a long list of cards be read again and again. */
const reach = 40

/** All blocks after a passage among its siblings, up to what ends an answer. */
export function blocksAfter({ siblings, index }: Passage): RootContent[] {
  const blocks = siblings.slice(index + 1, index + 1 + reach)
  const end = blocks.findIndex(endsAnswer)
  return withoutTail(blocks.slice(0, end < 0 ? undefined : end))
}

/** Whether a block belongs to no answer, nor does what stands below it. */
export function endsAnswer({ type }: RootContent): boolean {
  return type === 'heading' || type === 'thematicBreak' || type === 'tagBlock'
}

/** Without what shows nothing at the end: comments, and definitions of links and footnotes. */
export function withoutTail(blocks: RootContent[]): RootContent[] {
  const last = blocks.findLastIndex((block) => !isUnseen(block))
  return blocks.slice(0, last + 1)
}

function isUnseen(block: RootContent): boolean {
  if (block.type === 'html') return isPrivate(block) || /^\s*<!--[\s\S]*-->\s*$/.test(block.value)
  return block.type === 'definition' || block.type === 'footnoteDefinition'
}
