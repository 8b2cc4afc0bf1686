import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import type { Html, ListItem, Nodes, Parents, RootContent, Text } from 'mdast'
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast'
import { areBlocksIn } from '../markdown/tree/block-containers.ts'
import { quoteHtml } from './callout-html.ts'
import { definitionHtml } from './definition-html.ts'
import type {
  AnyTag,
  GapMark,
  Highlight,
  InlineFootnote,
  InlineMath,
  DisplayMath,
  NoteEmbed,
  WikiLink
} from '../markdown/tree/nodes.ts'
import { boundRawHtml } from './html-depth.ts'
import { LineBreaks } from './line-breaks.ts'
import { RawHtml, type ReadHtml } from './raw-html.ts'
import { isBlank } from '../markdown/trim-slice.ts'
import { schema } from './schema.ts'
import { replaceElements } from './walk-hast.ts'

/** How the nodes that HTML has no element for are written. */
export interface NodeWriters {
  /** A tag that stands for itself is text; this is for the others. */
  marker(tag: AnyTag): ElementContent[]
  math(node: DisplayMath | InlineMath): ElementContent[]
  /** An end of a gap; text where nobody says how it is written. */
  gap?(mark: GapMark): ElementContent[]
  /** A link to a note; its words where nobody says how it is written. */
  wikiLink?(link: WikiLink, words: ElementContent[]): ElementContent[]
  /** Whether a line end within a paragraph is a break (N2); else it is a blank. */
  lineBreaks?: boolean
}

/**
 * Blocks of a document → a sanitised HTML tree. `definitions` are what references in the blocks
 * point at. Raw HTML in the text is parsed, then cleaned like everything else. A node type that
 * nobody taught it throws.
 */
export function toSafeHast(
  blocks: RootContent[],
  definitions: RootContent[],
  writers: NodeWriters
): HastRoot {
  return clean(toRawHast([...blocks, ...definitions], writers))
}

/** Nodes of a document → an HTML tree as it was written: raw HTML is unparsed, nothing is clean. */
export function toRawHast(nodes: RootContent[], writers: NodeWriters): HastRoot {
  const writeTag = (state: State, tag: AnyTag): ElementContent[] =>
    placed(state, tag, tag.literal ? literal(tag) : writers.marker(tag))
  const writeMath = (state: State, node: DisplayMath | InlineMath): ElementContent[] =>
    placed(state, node, writers.math(node))
  const html = new RawHtml()
  const breaks = new LineBreaks()
  const shortLists = new Map<Parents, Parents>()
  /** A list that says at once whether it is loose: each item would ask all others. */
  const inShort = (parent: Parents): Parents => {
    if (parent.type !== 'list') return parent
    const known = shortLists.get(parent)
    if (known) return known
    const isLoose = ({ spread, children }: ListItem) => spread ?? children.length > 1
    const spread = parent.spread === true || parent.children.some(isLoose)
    const short: Parents = { type: 'list', spread, children: [] }
    shortLists.set(parent, short)
    return short
  }
  const handlers: Handlers = {
    tag: writeTag,
    tagBlock: writeTag,
    math: writeMath,
    inlineMath: writeMath,
    blockquote: quoteHtml,
    listItem: (state, item: ListItem, parent?: Parents) =>
      isHidden(item) ? undefined : defaultHandlers.listItem(state, item, parent && inShort(parent)),
    ...definitionHtml,
    ...(writers.lineBreaks && {
      text: (state: State, node: Text, parent?: Parents) => breaks.write(state, node, parent)
    }),
    highlight(state, node: Highlight) {
      const children = state.all(node)
      const element: Element = { type: 'element', tagName: 'mark', properties: {}, children }
      state.patch(node, element)
      return element
    },
    inlineFootnote: writeFootnote,
    gapMark: (state, mark: GapMark) =>
      placed(state, mark, writers.gap?.(mark) ?? [{ type: 'text', value: mark.value }]),
    noteEmbed(state, embed: NoteEmbed) {
      const children = state.wrap(state.all(embed), true)
      const element: Element = { type: 'element', tagName: 'div', properties: {}, children }
      state.patch(embed, element)
      return element
    },
    wikiLink(state, link: WikiLink) {
      const words = state.all(link)
      // A block of Logseq has no place that others could open.
      const isLink = !link.isInLink && !link.part.startsWith('((')
      return (isLink && writers.wikiLink?.(link, words)) || words
    },
    html(state, node: Html, parent) {
      const isBlock = areBlocksIn(parent)
      const element = rawOrText(node, html.readNode(node, isBlock), isBlock)
      state.patch(node, element)
      return element
    }
  }
  return asRoot(
    toHast(
      { type: 'root', children: nodes },
      { handlers, unknownHandler, allowDangerousHtml: true, clobberPrefix: '' }
    )
  )
}

/** Numbered with the others: to-hast is told of a definition, and of what refers to it. */
function writeFootnote(state: State, node: InlineFootnote): ElementContent[] {
  let count = state.footnoteById.size
  while (state.footnoteById.has(`NOTE-${String(count)}`)) count++
  const label = `note-${String(count)}`
  const about = { identifier: label, label, ...(node.position && { position: node.position }) }
  const paragraph = { type: 'paragraph' as const, children: node.children }
  state.footnoteById.set(label.toUpperCase(), {
    type: 'footnoteDefinition',
    ...about,
    children: [paragraph]
  })
  const reference = state.one({ type: 'footnoteReference', ...about }, undefined)
  return reference ? [reference].flat() : []
}

/** Whether an item holds nothing but comments: without them it would be a bullet alone. */
function isHidden({ children }: ListItem): boolean {
  return children.every(isBlank) && children.some(holdsHtml)
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml))
}

/** Attributes by which the tree says where a place is and what is drawn there: no author's are these. */
const ourMarks = /(?<![\w-])data-(hole|line|by)(?=[\s=/>])/gi

/** What begins with a word in angle brackets is a paragraph like other text. */
function rawOrText(
  { value }: Html,
  { html, words: [first] }: ReadHtml,
  standsAlone: boolean
): ElementContent {
  if (!standsAlone && first) return { type: 'text', value }
  const raw = { type: 'raw', value: html.replace(ourMarks, 'data-no-$1') } as const
  if (!first || value.slice(0, first.start).trim() !== '') return raw
  return { type: 'element', tagName: 'p', properties: {}, children: [raw] }
}

/** Parses the raw HTML in a tree, and takes out whatever `schema` does not allow. */
export function clean(root: HastRoot): HastRoot {
  return asRoot(sanitize(holdsRaw(root) ? parsed(root) : root, schema))
}

function parsed(root: HastRoot): HastRoot {
  boundRawHtml(root)
  const tree = asRoot(raw(root))
  replaceElements(tree, (element) => (isHollow(element) ? [] : embedded(element)))
  return tree
}

/** What is left of a paragraph that a block of raw HTML stood in. */
function isHollow({ tagName, children }: Element): boolean {
  return tagName === 'p' && children.length === 0
}

/** A sound or film of raw HTML as `![](x)` writes it: one kind of element for all media. */
function embedded(element: Element): ElementContent[] | undefined {
  const { tagName, properties, children } = element
  if (tagName !== 'audio' && tagName !== 'video') return undefined
  const src = [element, ...children.filter(isSource)]
    .map((place) => place.properties['src'])
    .find((address) => typeof address === 'string')
  if (src === undefined) return undefined
  const alt = properties['ariaLabel'] ?? properties['title'] ?? ''
  const { width, height } = properties
  return [
    { type: 'element', tagName: 'img', properties: { src, alt, width, height }, children: [] }
  ]
}

function isSource(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'source'
}

function holdsRaw(node: HastNodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(holdsRaw))
}

function asRoot(tree: HastNodes): HastRoot {
  if (tree.type === 'root') return tree
  return { type: 'root', children: [tree] }
}

function literal({ type, value }: AnyTag): ElementContent[] {
  const text = { type: 'text', value } as const
  return type === 'tag'
    ? [text]
    : [{ type: 'element', tagName: 'p', properties: {}, children: [text] }]
}

function placed(state: State, from: Nodes, elements: ElementContent[]): ElementContent[] {
  for (const element of elements) state.patch(from, element)
  return elements
}

function unknownHandler(_state: State, node: Nodes): never {
  throw new Error(`No HTML for a node of type ${node.type}`)
}
