import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { AnyTag } from '../../markdown/tree/nodes.ts'

/** What a place stands in. */
export type Side = 'question' | 'answer' | undefined

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote table thead tbody tr td th hr div section details summary figure audio video'.split(
    ' '
  )
)

/** The side that a tag leads to; undefined where it does not change it. */
export function sideAfter({ kind, side }: AnyTag, before: Side): Side {
  if (kind !== 'question' && kind !== 'answer') return before
  return side === 'open' ? kind : undefined
}

/**
 * Marks what stands between the tags of questions and answers: blocks by a class of their own, and
 * what is inline in an element around it. `tags` are the chips in the tree; those that only end a
 * span go. The tree begins within `side`.
 */
export function markParts(root: Root, tags: Map<Element, AnyTag>, side: Side): void {
  const holders = new Set<Element | Root>()
  findHolders(root)
  walk(root)

  function findHolders(parent: Element | Root): boolean {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (tags.has(child) || findHolders(child)) holders.add(parent)
    }
    return holders.has(parent)
  }

  function walk(parent: Element | Root): void {
    const marked: RootContent[] = []
    let inline: ElementContent[] = []
    const flush = (): void => {
      if (inline.length > 0) marked.push(...wrapped(inline, side))
      inline = []
    }
    for (const child of parent.children) {
      const tag = child.type === 'element' ? tags.get(child) : undefined
      if (tag) {
        flush()
        side = sideAfter(tag, side)
        if (tag.side !== 'close') marked.push(child)
      } else if (child.type === 'element' && holders.has(child)) {
        flush()
        walk(child)
        marked.push(child)
      } else if (
        child.type === 'element' &&
        (parent.type === 'root' || blocks.has(child.tagName))
      ) {
        flush()
        if (side) mark(child, side)
        marked.push(child)
      } else if (child.type !== 'doctype') inline.push(child)
    }
    flush()
    parent.children = marked
  }
}

function wrapped(content: ElementContent[], side: Side): ElementContent[] {
  const isBlank = content.every((node) => node.type === 'text' && node.value.trim() === '')
  if (!side || isBlank) return content
  const properties = { className: ['part', `part-${side}`] }
  return [{ type: 'element', tagName: 'span', properties, children: content }]
}

function mark({ properties }: Element, side: 'question' | 'answer'): void {
  const { className } = properties
  const before = Array.isArray(className) ? className : []
  properties['className'] = [...before, 'part', `part-${side}`]
}
