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
  const full = children.flatMap((child, at) => {
    return isMark(child) ? withoutSigns(child, children[at - 1], children[at + 1]) : [child]
  })
  // Only phrases are put in the place of phrases.
  Object.assign(parent, { children: isLine(parent) ? withoutEdges(full) : full.filter(isFull) })
}

function isLine(node: Parents): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

/** Breaks and blanks at the edges of a paragraph are nothing. */
function withoutEdges(children: RootContent[]): RootContent[] {
  const isEdge = (node: RootContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  let [start, end] = [0, children.length]
  while (start < end && isEdge(children[start])) start += 1
  while (start < end && isEdge(children[end - 1])) end -= 1
  return children.slice(start, end)
}

function isFull(node: RootContent): boolean {
  return node.type !== 'paragraph' || node.children.length > 0
}

const wordBefore = /[\p{L}\p{N}]$/u
const wordAfter = /^[\p{L}\p{N}]/u
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Stars between a letter and a sign open and close nothing: the sign goes outside. */
function withoutSigns(
  mark: Mark,
  before: RootContent | undefined,
  after: RootContent | undefined
): RootContent[] {
  if (mark.type === 'emphasis' && writtenAs(mark)) return [mark]
  const { children } = mark
  const out: { start: RootContent[]; end: RootContent[] } = { start: [], end: [] }
  const last = children.at(-1)
  if (last?.type === 'text' && after?.type === 'text' && meets(after.value, wordAfter)) {
    if (/[\p{P}\p{S}]$/u.test(last.value))
      out.end.push(cutEdge(children, children.length - 1, last, /[\p{P}\p{S}]+$/u))
  }
  const first = children[0]
  if (first?.type === 'text' && before?.type === 'text' && meets(before.value, wordBefore)) {
    if (/^[\p{P}\p{S}]/u.test(first.value))
      out.start.push(cutEdge(children, 0, first, /^[\p{P}\p{S}]+/u))
  }
  return [...out.start, ...(children.length > 0 ? [mark] : []), ...out.end]
}

/** In the scripts that are written without blanks, marks open and close anywhere. */
function meets(text: string, edge: RegExp): boolean {
  const found = edge.exec(text)?.[0]
  return found !== undefined && !cjk.test(found)
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
