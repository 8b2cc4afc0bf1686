import type { Nodes, RootContent } from 'mdast'

/** What is longer is a chapter, and no answer. */
export const longestAnswer = { blocks: 10, characters: 2500 }

/** Whether some blocks may be an answer: no list of tasks, no `TODO`, no `…`. */
export function saySomething(blocks: RootContent[]): boolean {
  if (blocks.length > longestAnswer.blocks || blocks.some(isTaskList)) return false
  const text = blocks.map(wordsOf).join(' ').trim()
  if (/^(?:todo|tbd|tba|fixme|wip|\.{3}|…|\?+|-+)[.:!?]*$/i.test(text)) return false
  return /[\p{L}\p{N}\p{S}]/u.test(text)
}

/** All words of a node, with a sign for what has none. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'image' || node.type === 'code' || node.type === 'math') return `[${node.type}]`
  if ('children' in node) return node.children.map(wordsOf).join(' ')
  return 'value' in node && node.type !== 'html' ? node.value : ''
}

function isTaskList(block: RootContent): boolean {
  return block.type === 'list' && block.children.some(({ checked }) => typeof checked === 'boolean')
}
