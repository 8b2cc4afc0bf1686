import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Nodes, Parents, Text } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { isComment } from '../markdown/tree/comments.ts'

/**
 * Writes text with a break for each line end in it, as Obsidian shows paragraphs (N2). A line on which nothing but
 * comments stands is none.
 */
export class LineBreaks {
  readonly #emptied = new WeakMap<Parents, EmptiedLines>()

  write(state: State, node: Text, parent: Parents | undefined): ElementContent[] {
    const written = defaultHandlers.text(state, node)
    const lines = 'value' in written ? written.value.split(/\r\n|\n|\r/) : []
    if (parent && lines.length > 1) {
      const { before, behind } = this.#emptiedIn(parent)
      if (before.has(node)) lines.shift()
      if (behind.has(node)) lines.pop()
    }
    return lines.flatMap((value, at): ElementContent[] => {
      const text: ElementContent = { type: 'text', value }
      state.patch(node, text)
      return at === 0 ? [text] : [lineBreak(), { type: 'text', value: '\n' }, text]
    })
  }

  /** Looked for once in all children, since there may be thousands. */
  #emptiedIn(parent: Parents): EmptiedLines {
    const known = this.#emptied.get(parent)
    if (known) return known
    const emptied = emptiedLines(parent)
    this.#emptied.set(parent, emptied)
    return emptied
  }
}

/** Takes the line ends out of a tree that stand behind breaks, where they show nothing. */
export function dropLineEnds(parent: Root | Element): void {
  const children: RootContent[] = parent.children
  parent.children = children.filter((child, at) => {
    if (child.type === 'element') dropLineEnds(child)
    const before = children[at - 1]
    const isBehind = before?.type === 'element' && before.tagName === 'br'
    if (!isBehind || child.type !== 'text') return true
    child.value = child.value.replace(/^\r?\n/, '')
    return child.value !== ''
  })
}

/** Texts that stand beside a line of which only comments are left. */
interface EmptiedLines {
  /** They begin with its end. */
  before: Set<Nodes>
  /** It is the last one, and they end with its beginning. */
  behind: Set<Nodes>
}

function emptiedLines({ children }: Parents): EmptiedLines {
  const before = new Set<Nodes>()
  let isAtStart = true
  let isHidden = false
  let last: Nodes | undefined
  for (const child of children) {
    if (isComment(child)) {
      isHidden = true
      continue
    }
    const value = child.type === 'text' ? child.value : undefined
    if (value === undefined) isAtStart = child.type === 'break'
    else {
      if (isAtStart && isHidden && /^[ \t]*[\r\n]/.test(value)) before.add(child)
      if (/[^ \t]/.test(value)) isAtStart = /[\r\n][ \t]*$/.test(value)
    }
    isHidden = false
    if (!before.has(child) || value?.trim() !== '') last = child
  }
  return { before, behind: new Set(isHidden && isAtStart && last ? [last] : []) }
}

function lineBreak(): ElementContent {
  return { type: 'element', tagName: 'br', properties: {}, children: [] }
}
