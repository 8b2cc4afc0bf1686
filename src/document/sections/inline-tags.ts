import type { RootContent } from 'mdast'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { cardMarker, cardTag } from '../cards/card-tags.ts'
import type { Section } from './chapters.ts'
import type { Document } from '../document.ts'

/** `#word`, `#above/below`, alone among words. */
const tags =
  /(?<!\S)#((?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]|\u200d|\ufe0f)+)(?=[\s.,;:!?)]|$)/gu
/** The begin of one, however the words around it are read. */
const mayBeTag = /(?<!\S)#[^\s#]/
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
  const known = new Map<Section, string[]>()
  const first = sections[0]
  /** Looked for when the first chapter with cards asks. */
  let mayHoldAny: boolean | undefined
  return (section) => {
    mayHoldAny ??= noteSyntax && mayHoldTags.test(text)
    if (!mayHoldAny) return []
    const ofFile = first?.level === 0 ? ownTags(first) : []
    const found: string[] = []
    for (let at: Section | undefined = section; at; at = at.parent) {
      found.unshift(...ownTags(at))
    }
    return [...new Set([...ofFile, ...found])]
  }

  function ownTags(section: Section): string[] {
    const own = known.get(section) ?? tagsIn(text, section.blocks)
    known.set(section, own)
    return own
  }
}

const mayHoldTags = /#[^\s#]|^[ \t>]*(?:[-*+][ \t]+)?tags::/im

/** `[[one]], #two, three words`, as Logseq has them; blanks within a tag are none in Anki. */
function tagsOfProperty(value: string): string[] {
  return value
    .split(/[,，、]/)
    .map((name) =>
      cardTag(name.replace(/\[\[|\]\]/g, ''))
        .trim()
        .replace(/\s+/g, '_')
    )
    .filter((name) => name !== '' && !cardMarker.test(name))
}

function sourceOf(text: string, node: RootContent): string {
  const { start, end } = offsets(node)
  return text.slice(start, end)
}

function tagsIn(text: string, nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (isPlain(node) && !mayBeTag.test(sourceOf(text, node))) return []
    if (node.type === 'html' && node.data?.property?.key === 'tags') {
      return tagsOfProperty(node.data.property.value)
    }
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
