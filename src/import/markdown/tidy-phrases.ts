import type { Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { writtenAs } from './written-as.ts'

type Mark = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>

/**
 * Puts marks where Markdown can have them: none around nothing, none within its like, one in the place
 * of two beside each other, and blanks at their edges outside. Word processors cut their runs anywhere.
 */
export function tidyPhrases(root: Root): void {
  tidy(root, [])
}

function tidy(parent: Parents, within: string[]): void {
  const own = isMark(parent) ? [...within, keyOf(parent)] : within
  const children: RootContent[] = []
  for (const child of parent.children) {
    if ('children' in child) tidy(child, own)
    const parts = isMark(child) ? unmarked(child, own) : [child]
    for (const part of parts) put(children, part)
  }
  // Only phrases are put in the place of phrases.
  Object.assign(parent, { children })
}

function isMark(node: Parents | RootContent): node is Mark {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete'
}

function keyOf(mark: Mark): string {
  return mark.type === 'emphasis' ? (writtenAs(mark)?.[0] ?? '*') : mark.type
}

/** A mark without the blanks at its edges, which come before and after it. */
function unmarked(mark: Mark, within: string[]): RootContent[] {
  if (within.includes(keyOf(mark))) return mark.children
  const { children } = mark
  const before: RootContent[] = []
  const after: RootContent[] = []
  for (let first = children[0]; first && isBlankEdge(first, /^\s+/); first = children[0]) {
    before.push(cutEdge(children, 0, first, /^\s+/))
  }
  for (let last = children.at(-1); last && isBlankEdge(last, /\s+$/); last = children.at(-1)) {
    after.unshift(cutEdge(children, children.length - 1, last, /\s+$/))
  }
  return children.length === 0 ? [...before, ...after] : [...before, mark, ...after]
}

function isBlankEdge(node: PhrasingContent, edge: RegExp): boolean {
  return (
    node.type === 'break' || (node.type === 'text' && (node.value === '' || edge.test(node.value)))
  )
}

/** Takes the blanks at an edge out of the children, or the whole child where it is nothing else. */
function cutEdge(
  children: PhrasingContent[],
  at: number,
  node: PhrasingContent,
  edge: RegExp
): PhrasingContent {
  if (node.type !== 'text') {
    children.splice(at, 1)
    return node
  }
  const blank = edge.exec(node.value)?.[0] ?? ''
  const rest = node.value.replace(edge, '')
  if (rest === '') children.splice(at, 1)
  else children[at] = { type: 'text', value: rest }
  return { type: 'text', value: blank }
}

/** Adds a child, into the one before it where both are of one kind. */
function put(children: RootContent[], child: RootContent): void {
  const last = children.at(-1)
  if (child.type === 'text' && child.value === '') return
  if (last?.type === 'text' && child.type === 'text') {
    children[children.length - 1] = { type: 'text', value: last.value + child.value }
  } else if (last && isMark(last) && isMark(child) && keyOf(last) === keyOf(child)) {
    for (const one of child.children) put(last.children, one)
  } else children.push(child)
}
