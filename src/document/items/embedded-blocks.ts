import type { Nodes, Paragraph, RootContent } from 'mdast'
import { holdsBlocks } from '../../markdown/tree/block-containers.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { isTag } from '../../markdown/tree/nodes.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { isBlank } from '../../markdown/trim-slice.ts'
import { usedDefinitions } from './definitions.ts'
import type { Embeds, Passage } from '../document.ts'
import { loneEmbeds } from './lone-embeds.ts'

declare module 'unist' {
  interface Data {
    /** Of a reference to a block: all that it shows, as a text. */
    shown?: string
  }
}

/** What is needed to show a note in another. */
export interface EmbedShow {
  /** The path of a medium that an address in the file at `from` means. */
  find(address: string, from: string): string | undefined
  /** Whether what stands for an embed is held together, by the place of its paragraph. */
  held?: boolean
}

/** Some blocks with the notes in place that they embed; without embeds the very same blocks. */
export function withEmbeds(blocks: RootContent[], embeds: Embeds, show: EmbedShow): RootContent[] {
  if (embeds.size === 0) return blocks
  return blocks.flatMap(place)

  function place(node: RootContent): RootContent[] {
    if (node.type === 'paragraph') return inPlace(node)
    if (!holdsBlocks(node)) return [withReferences(node)]
    const children: RootContent[] = node.children
    return [{ ...node, children: children.flatMap(place) } as RootContent]
  }

  /** References to blocks of Logseq as the words of these. */
  function withReferences<T extends RootContent>(node: T): T {
    if (!('children' in node) || isPlain(node)) return node
    const passage = node.type === 'wikiLink' && embeds.get(offsets(node).start)
    if (passage && passage.isInline) {
      const [words] = passageBlocks(passage, show)
      const children = words && 'children' in words ? words.children : node.children
      return { ...node, children, data: { shown: keyOf(passage) } }
    }
    const before: RootContent[] = node.children
    const children = before.map(withReferences)
    return children.every((child, at) => child === before[at]) ? node : { ...node, children }
  }

  function inPlace(paragraph: Paragraph): RootContent[] {
    const lone = loneEmbeds(paragraph)
    if (!lone?.some((link) => embeds.has(offsets(link).start))) return [withReferences(paragraph)]
    return paragraph.children.flatMap((child): RootContent[] => {
      if (isTag(child)) return [{ ...paragraph, children: [child] }]
      if (child.type !== 'wikiLink') return []
      const passage = embeds.get(offsets(child).start)
      if (!passage) return [{ ...paragraph, children: [child] }]
      const children = passageBlocks(passage, show)
      if (!show.held) return children
      const { position } = paragraph
      const key = keyOf(passage)
      return [{ type: 'noteEmbed', key, children, ...(position && { position }) }]
    })
  }
}

/** All that it shows, as a text. */
function keyOf({ document: { path, text }, range, embeds }: Passage): string {
  return [path, text.slice(range.start, range.end), ...[...embeds.values()].map(keyOf)].join('\0')
}

/** The blocks of a note as they stand in another: without tags and places, for its names a path of their own. */
function passageBlocks(passage: Passage, show: EmbedShow): RootContent[] {
  const { document, blocks, embeds, notes } = passage
  const { definitions, path } = document
  const used = usedDefinitions(blocks, definitions).map(({ node }) => node)
  const outside = used.filter((node) => !blocks.includes(node))
  const placed = withEmbeds(blocks, embeds, { ...show, held: false })
  return [...placed, ...outside].flatMap(copy)

  function copy(node: Nodes): RootContent[] {
    // What stands in it was copied already.
    if (!node.position) return [node as RootContent]
    switch (node.type) {
      case 'tag':
        return node.literal ? [{ type: 'text', value: node.value }] : []
      case 'tagBlock':
        return node.literal
          ? [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }]
          : []
      case 'definition':
        return []
      case 'linkReference': {
        const { url, title } = targetOf(node.identifier)
        return [{ type: 'link', url, title, children: children(node) } as RootContent]
      }
      case 'imageReference': {
        const { url, title } = targetOf(node.identifier)
        const { alt, data } = node
        const image = { type: 'image' as const, url: addressOf(url), title, alt: alt ?? '' }
        return [{ ...image, ...(data && { data }) }]
      }
      case 'image':
        return [without({ ...node, url: addressOf(node.url) })]
      case 'footnoteReference':
        return [without({ ...node, ...named(node.identifier) })]
      case 'footnoteDefinition':
        return [without({ ...node, ...named(node.identifier), children: children(node) })]
      case 'wikiLink': {
        const found = notes.find(node.note, path)
        const note = found === undefined ? node.note : `/${found}`
        return [without({ ...node, note, isEmbed: false, children: children(node) })]
      }
      default: {
        if (!('children' in node)) return [without(node)]
        const copied = without({ ...node, children: children(node) })
        return node.type === 'paragraph' && isBlank(copied) ? [] : [copied]
      }
    }
  }

  function children({ children }: { children: Nodes[] }): RootContent[] {
    return children.flatMap(copy)
  }

  function targetOf(identifier: string): { url: string; title: string | null } {
    const target = definitions.get(`definition:${identifier}`)?.node
    return target?.type === 'definition'
      ? { url: target.url, title: target.title ?? null }
      : { url: '', title: null }
  }

  function named(identifier: string): { identifier: string; label: string } {
    return { identifier: `${path}:${identifier}`, label: `${path}:${identifier}` }
  }

  /** Media are found from the note's own folder. */
  function addressOf(url: string): string {
    const found = show.find(url, path)
    return found === undefined ? url : `/${found.split('/').map(encodeURIComponent).join('/')}`
  }
}

/** A node of another text has no place in this one. */
function without(node: object): RootContent {
  const { position: _, ...rest } = node as RootContent
  return rest
}
