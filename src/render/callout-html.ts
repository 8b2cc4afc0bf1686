import type { Element, ElementContent, Properties } from 'hast'
import type { Blockquote, Paragraph } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { Callout } from '../markdown/tree/callout-nodes.ts'

/**
 * A block quote; a callout as what it says: its kind as word and class, its title, its content, folded
 * away by the browser's own means where it may be.
 */
export function quoteHtml(state: State, node: Blockquote): Element {
  const callout = node.data?.callout
  if (!callout) return defaultHandlers.blockquote(state, node)
  const { kind, fold } = callout
  const first = node.children[0]
  const title = first?.type === 'paragraph' && first.data?.isCalloutTitle ? first : undefined
  const content = title ? { ...node, children: node.children.slice(1) } : node
  const properties: Properties = { className: ['callout', `callout-${kind}`] }
  if (fold === 'open') properties['open'] = true
  const head = titleHtml(state, callout, title, fold === undefined ? 'p' : 'summary')
  const element: Element = {
    type: 'element',
    tagName: fold === undefined ? 'div' : 'details',
    properties,
    children: state.wrap([head, ...state.all(content)], true)
  }
  state.patch(node, element)
  return element
}

/** The kind, and the title where it says more than that. */
function titleHtml(
  state: State,
  { word }: Callout,
  title: Paragraph | undefined,
  tagName: 'p' | 'summary'
): Element {
  const own = title ? state.all(title) : []
  const [only, ...others] = own
  const says = only?.type === 'text' && others.length === 0 ? only.value.trim() : undefined
  const isNamed = own.length > 0 && says !== '' && says?.toLowerCase() !== word.toLowerCase()
  const properties = { className: ['callout-kind'] }
  const kind: Element = {
    type: 'element',
    tagName: 'strong',
    properties,
    children: [{ type: 'text', value: isNamed ? `${word}: ` : word }]
  }
  const children: ElementContent[] = isNamed ? [kind, ...own] : [kind]
  const element: Element = {
    type: 'element',
    tagName,
    properties: { className: ['callout-title'] },
    children
  }
  if (title) state.patch(title, element)
  return element
}

/** Takes the kind out of a callout's title where more is said there: the words as a reader hears them. */
export function withoutKind({ properties, children }: Element): ElementContent[] | undefined {
  const { className } = properties
  const isKind = Array.isArray(className) && className.includes('callout-kind')
  const [first] = children
  return isKind && first?.type === 'text' && first.value.endsWith(': ') ? [] : undefined
}
