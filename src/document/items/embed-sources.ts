import type { Nodes, RootContent } from 'mdast'
import { holdsBlocks } from '../../markdown/tree/block-containers.ts'
import { firstFrom } from '../../markdown/first-from.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { Replacement } from '../../markdown/tree/wiki-link-sources.ts'
import { sourceWithout, type Removal } from '../../render/source-text.ts'
import type { Embeds, Passage } from '../document.ts'
import type { Section } from '../sections/chapters.ts'
import { loneEmbeds } from './lone-embeds.ts'

/** An embed that stands in place: what its lines begin with, and whether another one follows. */
interface PlacedEmbed {
  prefix: string
  isLast: boolean
}

/**
 * Links to notes as Markdown, where those that stand alone among some blocks and embed their note are its
 * text, marked by lines as what is around them.
 */
export function withEmbedSources(
  links: Replacement[],
  blocks: RootContent[],
  embeds: Embeds
): Replacement[] {
  if (embeds.size === 0) return links
  const cells = new Set<number>()
  for (const block of blocks) collectCells(block, false, cells)
  const inLine = (passage: Passage, start: number): string => {
    const words = passageSource(passage).replace(/\s*\n\s*/g, ' ')
    return cells.has(start) ? words.replace(/(?<!\\)\|/g, '\\|') : words
  }
  const placed = placedEmbeds(blocks)
  return links.map((link) => {
    const place = placed.get(link.start)
    const passage = embeds.get(link.start)
    if (!place) return passage?.isInline ? { ...link, insert: inLine(passage, link.start) } : link
    const source = passage ? indented(passageSource(passage), place.prefix) : link.insert
    return { ...link, insert: place.isLast ? source : `${source}\n${place.prefix.trimEnd()}` }
  })
}

/** Adds where links in cells of tables begin: a bar would end the cell. */
function collectCells(node: Nodes, isInCell: boolean, into: Set<number>): void {
  if (node.type === 'wikiLink' && isInCell) into.add(offsets(node).start)
  else if ('children' in node && !isPlain(node)) {
    for (const child of node.children) {
      collectCells(child, isInCell || node.type === 'tableCell', into)
    }
  }
}

/** Lines after the first, marked; blank ones end with their marks. */
function indented(source: string, prefix: string): string {
  if (prefix === '') return source
  return source.replace(/\n(.*)/g, (_, line: string) => {
    return `\n${line === '' ? prefix.trimEnd() : prefix + line}`
  })
}

/** Chapters above each other hold the same passages. */
const written = new WeakMap<Passage, string>()

function passageSource(passage: Passage): string {
  const source = written.get(passage) ?? writePassage(passage)
  written.set(passage, source)
  return source
}

/**
 * The Markdown of a passage as content: without tags and comments, with what it embeds. Of a section only what stands in
 * the passage is looked at, since a page may show hundreds of its own blocks.
 */
function writePassage({ document, blocks, range, embeds }: Passage): string {
  const sections = document.sections.filter(
    ({ own }) => own.start < range.end && own.end > range.start
  )
  const removals = sections.flatMap((section): Removal[] => [
    ...inside(section.comments, range),
    ...withEmbedSources(inside(section.links, range), blocks, embeds).map((link) => ({
      ...link,
      isBlock: false
    })),
    ...inside(tagsOf(section), range)
  ])
  return sourceWithout(
    document.text,
    range,
    removals.sort((a, b) => a.start - b.start)
  )
}

/** Those of some ranges, which are in order, that stand in another one. */
function inside<Range extends SourceRange>(all: readonly Range[], within: SourceRange): Range[] {
  const { start, end } = within
  return all.slice(firstFrom(all, start), firstFrom(all, end)).filter((range) => range.end <= end)
}

const tags = new WeakMap<Section, Removal[]>()

function tagsOf(section: Section): Removal[] {
  const known =
    tags.get(section) ??
    section.marking.markers.map((tag) => ({ ...offsets(tag), isBlock: tag.type === 'tagBlock' }))
  tags.set(section, known)
  return known
}

function placedEmbeds(blocks: RootContent[]): Map<number, PlacedEmbed> {
  const placed = new Map<number, PlacedEmbed>()
  for (const block of blocks) visit(block, '')
  return placed

  function visit(node: RootContent, prefix: string): void {
    if (node.type === 'paragraph') {
      const lone = loneEmbeds(node) ?? []
      for (const [at, link] of lone.entries()) {
        placed.set(offsets(link).start, { prefix, isLast: at === lone.length - 1 })
      }
    } else if (holdsBlocks(node)) {
      for (const child of node.children) visit(child, prefix + marksOf(node))
    }
  }
}

/** What the lines of a container begin with after its first. */
function marksOf(node: RootContent): string {
  if (node.type === 'blockquote') return '> '
  if (node.type === 'footnoteDefinition') return '    '
  if (node.type !== 'listItem' && node.type !== 'definitionDescription') return ''
  const first = node.children[0]
  const width = (first?.position?.start.column ?? 3) - (node.position?.start.column ?? 1)
  return ' '.repeat(Math.max(width, 2))
}
