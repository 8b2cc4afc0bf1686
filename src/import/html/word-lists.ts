import { toString } from 'hast-util-to-string'
import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import { element, find, hasClass, isElement, property, setChildren, style } from './elements.ts'

/** An item of a list that is written as a paragraph. */
interface Item {
  /** How deep, from 1. */
  level: number
  name: 'ul' | 'ol'
  /** The number that it shows. */
  start: number
  children: ElementContent[]
}

/** Makes lists of what Word copies as paragraphs with a sign before them, and of its lists of one item. */
export function readWordLists(parent: Root | Element): void {
  const children: RootContent[] = []
  let items: Item[] = []
  const close = (): void => {
    if (items.length > 0) for (const one of listsOf(items)) children.push(one)
    items = []
  }
  for (const child of parent.children) {
    const found = itemsOf(child)
    if (found) for (const one of found) items.push(one)
    else if (items.length === 0 || !isBlank(child)) {
      close()
      if (isElement(child)) readWordLists(child)
      children.push(child)
    }
  }
  close()
  setChildren(parent, children)
}

function itemsOf(node: RootContent): Item[] | undefined {
  if (!isElement(node)) return undefined
  const level = /\blevel(\d)/.exec(style(node, 'mso-list'))?.[1]
  if (level !== undefined && isElement(node, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div')) {
    const sign = find(node, (one) => style(one, 'mso-list') === 'ignore')
    if (!sign) return undefined
    const written = toString(sign).replace(/[\s\u00a0]+/g, '')
    dropFrom(node, sign)
    return [{ level: Number(level), ...kindOf(written), children: node.children }]
  }
  return hasClass(node, 'ListContainerWrapper') ? itemsInWrapper(node) : undefined
}

/** Word in the browser has a list around each item, which knows its level. */
function itemsInWrapper(wrapper: Element): Item[] | undefined {
  const list = wrapper.children.find((child) => isElement(child, 'ul', 'ol'))
  if (!isElement(list, 'ul', 'ol')) return undefined
  const items = list.children.filter((child) => isElement(child, 'li'))
  return items.map((item) => ({
    level: Number(property(item, 'dataAriaLevel') || property(item, 'ariaLevel')) || 1,
    name: list.tagName === 'ol' ? 'ol' : 'ul',
    start: Number(property(list, 'start')) || 1,
    children: item.children
  }))
}

function kindOf(sign: string): Pick<Item, 'name' | 'start'> {
  const number = /^\(?(\d+|[a-z]{1,5})[.)]$/i.exec(sign)?.[1]
  if (number === undefined) return { name: 'ul', start: 1 }
  return { name: 'ol', start: Number(number) || 1 }
}

function dropFrom(parent: Parents, lost: Element): void {
  setChildren(
    parent,
    parent.children.filter((child) => child !== lost)
  )
  for (const child of parent.children) if (isElement(child)) dropFrom(child, lost)
}

function listsOf(items: Item[]): Element[] {
  const lists: Element[] = []
  const open: { level: number; list: Element }[] = []
  for (const { level, name, start, children } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last?.level === level && last.list.tagName !== name) open.pop()
    const item = element('li', children)
    const at = open.at(-1)
    if (at?.level === level) {
      at.list.children.push(item)
      continue
    }
    const list = element(name, [item], name === 'ol' ? { start } : {})
    const above = at?.list.children.at(-1)
    if (isElement(above)) above.children.push(list)
    else lists.push(list)
    open.push({ level, list })
  }
  return lists
}

function isBlank(node: RootContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}
