import type { RootContent } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import { cardMarker } from './card-tags.ts'
import type { Section } from './chapters.ts'
import type { Document } from './document.ts'

/** `#word`, `#above/below`, alone among words. */
const tags =
  /(?<!\S)#((?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]|\u200d|\ufe0f)+)(?=[\s.,;:!?)]|$)/gu
/** What is none: numbers and colours. */
const others = /^(?:[\d/_-]+|[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i

/**
 * Tells of each chapter of a document which tags its text gives its cards, as Obsidian reads `#tag` (N2): its
 * own and those of the chapters above it; what stands before the first heading is for the whole file.
 */
export function inlineTags({
  text,
  noteSyntax,
  sections
}: Document): (section: Section) => string[] {
  if (!noteSyntax || !/#[^\s#]/.test(text)) return () => []
  const own = new Map(sections.map((section) => [section, tagsIn(text, section.blocks)]))
  const first = sections[0]
  const ofFile = first?.level === 0 ? (own.get(first) ?? []) : []
  return (section) => {
    const found: string[] = []
    for (let at: Section | undefined = section; at; at = at.parent) {
      found.unshift(...(own.get(at) ?? []))
    }
    return [...new Set([...ofFile, ...found])]
  }
}

function tagsIn(text: string, nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link' || node.type === 'linkReference' || node.type === 'wikiLink') return []
    if (node.type === 'text' && node.position) {
      // An escape shows in the source alone.
      const { start, end } = offsets(node)
      const before = text.slice(Math.max(0, start - 1), start)
      return Array.from((before + text.slice(start, end)).matchAll(tags), ([, name = '']) =>
        name.replace(/^\/+|[/-]+$/g, '')
      ).filter((name) => name !== '' && !others.test(name) && !cardMarker.test(name))
    }
    return 'children' in node ? tagsIn(text, node.children) : []
  })
}
