import type { Element, ElementContent, Root, RootContent } from 'hast'
import { turnAt } from '../turns.ts'

/**
 * A paragraph of fewer letters, or fewer turns of script, is laid out at once: no prose turns so often. One that is longer
 * than any prose never is.
 */
const most = { letters: 1000, turns: 300, prose: 50_000 }
/** Letters of a stretch, and how far from its end a blank may be for it to end there. */
const stretch = 1000
const nearEnd = 200
const blocks = new Set(
  (
    'address article aside blockquote details dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
    'li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' ')
)
/** What draws itself stays whole. */
const whole = new Set(['math', 'svg', 'rt', 'rp'])

/**
 * Cuts paragraphs that would take a browser seconds to lay out into stretches of their own, of which
 * `documentStyle` has only those drawn that are in sight.
 */
export function cutIntoStretches(parent: Root | Element): void {
  const children: RootContent[] = []
  let inline: ElementContent[] = []
  const take = () => {
    for (const child of isCostly(inline) ? stretchesOf(inline) : inline) children.push(child)
    inline = []
  }
  for (const child of parent.children) {
    if (child.type === 'doctype' || (child.type === 'element' && blocks.has(child.tagName))) {
      take()
      if (child.type === 'element') cutIntoStretches(child)
      children.push(child)
    } else inline.push(child)
  }
  take()
  parent.children = children
}

function isCostly(nodes: ElementContent[]): boolean {
  const letters = nodes.reduce((sum, node) => sum + lengthOf(node), 0)
  if (letters <= most.letters) return false
  return letters > most.prose || turnAt(nodes.map(textOf).join(''), most.turns) >= 0
}

function stretchesOf(nodes: ElementContent[]): ElementContent[] {
  const stretches: ElementContent[] = []
  let group: ElementContent[] = []
  let letters = 0
  const end = () => {
    if (group.length > 0) stretches.push(spanOf(group))
    group = []
    letters = 0
  }
  for (const node of nodes.flatMap((node) => (node.type === 'text' ? cut(node.value) : [node]))) {
    const length = lengthOf(node)
    if (letters + length > stretch) end()
    if (node.type === 'element' && length > stretch && !whole.has(node.tagName)) {
      node.children = stretchesOf(node.children)
      stretches.push(node)
    } else {
      group.push(node)
      letters += length
    }
  }
  end()
  return stretches
}

function spanOf(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['stretch'] }, children }
}

/** Texts of at most a stretch, cut at blanks where there are any, and never within a letter. */
function cut(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + stretch, text.length)
    if (to < text.length) {
      const blank = text.slice(to - nearEnd, to).search(/\s\S*$/)
      if (blank >= 0) to += blank + 1 - nearEnd
      else if ((text.codePointAt(to - 1) ?? 0) > 0xffff) to--
    }
    parts.push({ type: 'text', value: text.slice(from, to) })
    from = to
  }
  return parts
}

function lengthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  return node.type === 'element'
    ? node.children.reduce((sum, child) => sum + lengthOf(child), 0)
    : 0
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
