import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'

/** Whether a node is an element, of these names where any are given. */
export function isElement(
  node: RootContent | Root | undefined,
  ...names: string[]
): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** An element as it is made here. */
export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {}
): Element {
  return { type: 'element', tagName, properties, children }
}

/** A property of an element as text; '' where it is not there. */
export function property(node: Element, name: string): string {
  const value = node.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Whether an element has a class. */
export function hasClass(node: Element, name: string | RegExp): boolean {
  const names = property(node, 'className').split(/\s+/)
  return names.some((one) => (typeof name === 'string' ? one === name : name.test(one)))
}

/** A declaration of an element's `style`, in small letters; '' where it is not there. */
export function style(node: Element, name: string): string {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i').exec(property(node, 'style'))
  return found?.[1]?.trim().toLowerCase() ?? ''
}

/** The first element below a node that fits, in the order of the text. */
export function find(parent: Parents, fits: (node: Element) => boolean): Element | undefined {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    const found = fits(child) ? child : find(child, fits)
    if (found) return found
  }
  return undefined
}

/** Puts something else in the place of elements, from the inmost out; `undefined` leaves one as it is. */
export function replaceElements(
  parent: Parents,
  replace: (node: Element, parent: Parents) => ElementContent[] | undefined
): void {
  const children: RootContent[] = []
  for (const child of parent.children) {
    if (!isElement(child)) {
      children.push(child)
      continue
    }
    replaceElements(child, replace)
    for (const one of replace(child, parent) ?? [child]) children.push(one)
  }
  setChildren(parent, children)
}

/** Gives a node other children. */
export function setChildren(parent: Parents, children: RootContent[]): void {
  if (parent.type === 'root') parent.children = children
  else parent.children = children.filter((child) => child.type !== 'doctype')
}
