import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { foreignPunctuation } from '../syntax/foreign-punctuation.ts'

const { transforms, ...tokens } = gfmAutolinkLiteralFromMarkdown()

/**
 * Tokens of bare addresses → links. Those that the parser cannot see, behind a bracket of Chinese, Japanese or
 * Korean, are looked for in the texts of the tree; there, too, they end before such punctuation: `（www.example.com）`.
 */
export const addressNodes: Extension = {
  ...tokens,
  transforms: [
    (tree) => {
      if (!holdsAddress(tree)) return
      endAtPunctuation(tree)
      for (const transform of transforms ?? []) transform(tree)
    }
  ]
}

/** Whether any text may hold an address: to look for them takes the transforms long. */
function holdsAddress(node: Nodes): boolean {
  if (node.type === 'text') return /www\.|:\/\/|@/i.test(node.value)
  return 'children' in node && node.children.some(holdsAddress)
}

function endAtPunctuation(node: Nodes): void {
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return
  const children: Nodes[] = node.children
  if (children.some(mayHold)) {
    const read = children.flatMap<Nodes>((child) => (mayHold(child) ? withLinks(child) : [child]))
    children.length = 0
    for (const child of read) children.push(child)
  }
  for (const child of children) endAtPunctuation(child)
}

function mayHold(node: Nodes): node is Text {
  return (
    node.type === 'text' && /www\.|:\/\//i.test(node.value) && foreignPunctuation.test(node.value)
  )
}

/** A text with the addresses in it, or as it was where there are none. */
function withLinks(text: Text): PhrasingContent[] {
  const pieces = text.value
    .split(eachPunctuation)
    .map((value) => ({ type: 'text', value }) as const)
  const paragraph = { type: 'paragraph' as const, children: [...pieces] as PhrasingContent[] }
  const tree: Root = { type: 'root', children: [paragraph] }
  for (const transform of transforms ?? []) transform(tree)
  if (paragraph.children.every(({ type }) => type === 'text')) return [text]
  const joined: PhrasingContent[] = []
  for (const child of paragraph.children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else joined.push(child)
  }
  return joined
}

const eachPunctuation = new RegExp(`(${foreignPunctuation.source})`)
