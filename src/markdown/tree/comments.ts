import type { Html, Nodes } from 'mdast'
import { areBlocksIn } from './block-containers.ts'
import type { SourceRange } from './container-marks.ts'
import { isPlain, plainComments } from '../scan/plain-blocks.ts'
import { offsets } from '../tag-places.ts'

/** Where a comment stands, and whether it is a block of its own, not a piece of a line or of HTML. */
export interface Comment extends SourceRange {
  isBlock: boolean
}

/** As HTML has it; one that is never closed goes on to the end of its block, as everywhere. */
const comments = /<!--(?:-?>|[\s\S]*?(?:-->|$))/g

/**
 * The comments in some nodes and below, in the order of the text: those of HTML, `%%…%%`, and the definitions
 * named `//` or `comment` that are written for want of any in Markdown. Code holds none.
 */
export function commentsIn(text: string, nodes: Nodes[]): Comment[] {
  const found: Comment[] = []
  for (const node of nodes) {
    if (isPlain(node)) addPlain(node)
    else visit(node, true)
  }
  return apart(found)

  function visit(node: Nodes, isAmongBlocks: boolean): void {
    if (node.type === 'html') {
      const { start, end } = offsets(node)
      const isBlock = isAmongBlocks && !node.data?.isOutline
      if (isPrivate(node)) found.push({ start, end, isBlock })
      addWithin(node)
      if (!node.value.includes('<!--')) return
      for (const { 0: comment, index } of text.slice(start, end).matchAll(comments)) {
        const from = start + index
        found.push({ start: from, end: from + comment.length, isBlock: isComment(node) })
      }
    } else if (isCommentDefinition(node)) {
      found.push({ ...offsets(node), isBlock: true })
    } else {
      addWithin(node)
      if (!('children' in node)) return
      const holdsBlocks = areBlocksIn(node) || isOnlyComments(node)
      for (const child of node.children) visit(child, holdsBlocks)
    }
  }

  function addPlain(node: Nodes): void {
    const known = plainComments(node)
    if (known.length === 0) return
    const from = offsets(node).start
    for (const { start, end } of known) {
      found.push({ start: from + start, end: from + end, isBlock: true })
    }
  }

  function addWithin(node: Nodes): void {
    if (!node.data?.comments) return
    const from = offsets(node).start
    for (const { start, end } of node.data.comments) {
      found.push({ start: from + start, end: from + end, isBlock: false })
    }
  }
}

/** By their begin, without those that stand in others. */
function apart(comments: Comment[]): Comment[] {
  let end = 0
  return comments
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((comment) => {
      const isApart = comment.end > end
      end = Math.max(end, comment.end)
      return isApart
    })
}

/** Whether nothing else stands in a paragraph. */
function isOnlyComments(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.every(isComment)
}

/** Whether a node says nothing but a comment. */
export function isComment(node: Nodes): boolean {
  if (node.type !== 'html') return isCommentDefinition(node)
  if (isPrivate(node)) return true
  return node.value.startsWith('<!--') && node.value.replace(comments, '').trim() === ''
}

/** `%%…%%`, which is read as HTML that says nothing (N2): whatever stood in it, no node holds. */
export function isPrivate(node: Html): boolean {
  return node.value === ''
}

/** `[//]: # (a note)`: nothing can point at it that is meant to be read. */
function isCommentDefinition(node: Nodes): boolean {
  if (node.type !== 'definition') return false
  return node.identifier === '//' || (node.identifier === 'comment' && /^#?$/.test(node.url))
}
