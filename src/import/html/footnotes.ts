import { toString } from 'hast-util-to-string'
import type { Element, ElementContent, Parents, Root } from 'hast'
import { element, find, isElement, property, replaceElements } from './elements.ts'

/**
 * Puts `footnote` elements in the place of links to a note that links back to them, and of the notes
 * themselves: so word processors, books and pages write them, each with other names.
 */
export function takeFootnotes(tree: Root): void {
  const places = new Map<string, Element>()
  replaceElements(tree, (node) => {
    for (const id of [property(node, 'id'), property(node, 'name')]) {
      if (id && !places.has(id)) places.set(id, node)
    }
    return undefined
  })
  const notes = new Map<Element, string>()
  const callers = new Map<Element, string>()
  for (const { link, ids } of linksIn(tree)) {
    const target = placeOf(link, places)
    const note = target && noteAround(tree, target)
    if (
      !note ||
      note === link ||
      [...notes.keys()].some((one) => isWithin(one, link)) ||
      !ids.some((id) => leadsTo(note, id))
    )
      continue
    const id = notes.get(note) ?? String(notes.size + 1)
    notes.set(note, id)
    callers.set(link, id)
  }
  if (notes.size > 0) put(tree, notes, callers)
}

/** Links within the page, each with the ids that a note can lead back to. */
function linksIn(tree: Root): { link: Element; ids: string[] }[] {
  const links: { link: Element; ids: string[] }[] = []
  const walk = (node: Root | Element, above: string[]): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue
      const own = [property(child, 'id'), property(child, 'name')].filter(Boolean)
      const inner = isElement(child, 'sup', 'span') ? [...above, ...own] : own
      if (isElement(child, 'a') && property(child, 'href').startsWith('#')) {
        links.push({ link: child, ids: [...above, ...own] })
      }
      walk(child, isElement(child, 'a') ? [] : isElement(child, 'sup', 'span') ? inner : [])
    }
  }
  walk(tree, [])
  return links
}

function placeOf(link: Element, places: ReadonlyMap<string, Element>): Element | undefined {
  return places.get(decode(property(link, 'href').slice(1)))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isBlock(node: Element): boolean {
  return isElement(node, 'p', 'li', 'dd', 'div', 'aside')
}

/** Word puts the id of a note on the link in it: then the note is the block around that. */
function noteAround(tree: Root, target: Element): Element | undefined {
  if (!isElement(target, 'a', 'span', 'sup')) return target
  return find(tree, (node) => isBlock(node) && node.children.some((child) => child === target))
}

function isWithin(note: Element, link: Element): boolean {
  return find(note, (node) => node === link) !== undefined
}

function leadsTo(note: Element, id: string): boolean {
  return isBack(note, id) || find(note, (node) => isBack(node, id)) !== undefined
}

function isBack(node: Element, id: string): boolean {
  return isElement(node, 'a') && decode(property(node, 'href')) === `#${id}`
}

function put(
  tree: Root,
  notes: ReadonlyMap<Element, string>,
  callers: ReadonlyMap<Element, string>
): void {
  const made: ElementContent[] = []
  /** What held notes: without them it may be empty, but for a line across. */
  const holders = new Set<Parents>()
  replaceElements(tree, (node, parent) => {
    const called = callers.get(node)
    if (called !== undefined)
      return [element('footnote-call', [{ type: 'text', value: 'x' }], { id: called })]
    const id = notes.get(node)
    if (id !== undefined) {
      dropBacks(node)
      const children = node.tagName === 'p' ? [element('p', node.children)] : node.children
      made.push(element('footnote-text', children, { id }))
      holders.add(parent)
      return []
    }
    if (holders.has(node) && toString(node).trim() === '') {
      holders.add(parent)
      return []
    }
    if (isElement(node, 'sup') && node.children.length === 1) {
      const [only] = node.children
      if (isElement(only, 'footnote-call')) return [only]
    }
    return undefined
  })
  for (const one of made) tree.children.push(one)
}

/** The links back, with the signs around them. */
function dropBacks(note: Element): void {
  replaceElements(note, (node) => {
    if (isElement(node, 'a') && property(node, 'href').startsWith('#')) return []
    return isElement(node, 'sup', 'span') && node.children.length === 0 ? [] : undefined
  })
}
