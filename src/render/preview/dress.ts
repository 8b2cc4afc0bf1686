import type { Element, ElementContent, Root } from 'hast'
import type {
  AnyTag,
  GapMark,
  InlineMath,
  DisplayMath,
  WikiLink
} from '../../markdown/tree/nodes.ts'
import { isTag } from '../../markdown/tree/nodes.ts'
import { turnBlocks } from '../directions.ts'
import type { MediaPaths } from '../media-paths.ts'
import type { NotePaths } from '../note-paths.ts'
import { idPrefix } from '../schema.ts'
import { replaceElements } from '../walk-hast.ts'
import { chip } from './chips.ts'
import { colourBlock } from './colour-blocks.ts'
import { diagramFigure } from './diagram-figure.ts'
import type { DrawerName, Drawers } from './drawers.ts'
import { mediaElement } from './media.ts'
import { markParts, type Side } from './quiz-parts.ts'

/** What HTML has no element for, and what is to stand in its place. */
export type Hole = AnyTag | DisplayMath | InlineMath | GapMark | WikiLink

/** What a preview is drawn with beside the text. */
export interface Surroundings {
  /** Path of the file. */
  path: string
  /** The project's pictures, sounds and films. */
  media: MediaPaths
  /** The project's texts. */
  notes: NotePaths
  drawers: Drawers
  /** Whether code that is a diagram is to be drawn as one. */
  diagrams: boolean
  /** Whether a line end within a paragraph is a break. */
  lineBreaks: boolean
}

/** The place of a hole in a tree that is still to be cleaned. */
export function holeElement(number: number): Element {
  return { type: 'element', tagName: 'span', properties: { dataHole: number }, children: [] }
}

/**
 * Turns a clean tree into what readers see: holes filled, code coloured, pictures named or shown,
 * questions and answers marked, blocks turned as their script runs. Gives the drawers that were wanted and not there.
 */
export function dress(
  root: Root,
  holes: Hole[],
  side: Side,
  { path, media, notes, drawers, diagrams }: Surroundings
): Set<DrawerName> {
  const missing = new Set<DrawerName>()
  const tags = new Map<Element, AnyTag>()
  replaceElements(root, change)
  markParts(root, tags, side)
  turnBlocks(root)
  return missing

  function change(element: Element): ElementContent[] | undefined {
    const { tagName, properties } = element
    if ('dataHole' in properties) return fill(element)
    if (tagName === 'img') return [mediaElement(element, path, media)]
    if (tagName === 'pre') {
      const figure = diagrams ? diagramFigure(element) : undefined
      if (figure) return [figure]
      if (colourBlock(element, drawers)) missing.add('code')
    }
    if (tagName === 'p' && isTagAlone(element)) properties['className'] = ['tag-line']
    if (tagName === 'a') link(element)
    if (/^h[1-6]$/.test(tagName)) takeAttributes(element)
    return undefined
  }

  function isTagAlone({ children }: Element): boolean {
    const [child] = children
    return child?.type === 'element' && tags.get(child)?.type === 'tagBlock'
  }

  function fill(element: Element): ElementContent[] {
    const hole = holes[Number(element.properties['dataHole'])]
    if (!hole) return element.children
    if (hole.type === 'gapMark') return [gapMark(hole)]
    if (hole.type === 'wikiLink')
      return noteLink(hole, element.children, notes.find(hole.note, path))
    if (!isTag(hole)) return math(hole)
    const drawn = chip(hole)
    tags.set(drawn, hole)
    return [drawn]
  }

  function math(node: DisplayMath | InlineMath): ElementContent[] {
    const isDisplay = node.type === 'math' || node.display
    if (!drawers.math) missing.add('math')
    const drawn = drawers.math?.(node.value, isDisplay) ?? [{ type: 'text', value: node.value }]
    const className = ['math', isDisplay ? 'math-display' : 'math-inline']
    return [{ type: 'element', tagName: 'span', properties: { className }, children: drawn }]
  }
}

/** Quiet within a question, where it is an end of a gap; elsewhere it looks as it is written. */
function gapMark({ value }: GapMark): Element {
  const children: ElementContent[] = [{ type: 'text', value }]
  return { type: 'element', tagName: 'span', properties: { className: ['gap-mark'] }, children }
}

/** A link into the project, or only its words where no note is meant by it. */
function noteLink(
  { part }: WikiLink,
  words: ElementContent[],
  path: string | undefined
): ElementContent[] {
  if (path === undefined) return words
  const address = path.split('/').map(encoded).join('/')
  const href = `/${address}${part === '' ? '' : `#${encoded(part)}`}`
  const properties = { href, ...elsewhere }
  const link: Element = { type: 'element', tagName: 'a', properties, children: words }
  // An address among the words would be a link in the link.
  replaceElements(link, ({ tagName, children }) => (tagName === 'a' ? children : undefined))
  return [link]
}

/** For an address; what no address can hold becomes U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** Some write `{#id}` behind a heading: that is no text of it, but a place to link to (L4.4). */
function takeAttributes({ properties, children }: Element): void {
  const last = children.at(-1)
  const found = last?.type === 'text' ? /(?<!\s)\s*\{([#.][^{}]*)\}\s*$/.exec(last.value) : null
  if (last?.type !== 'text' || !found) return
  last.value = last.value.slice(0, found.index)
  const id = /#([^\s.]+)/.exec(found[1] ?? '')?.[1]
  if (id !== undefined) properties['id'] = idPrefix + id
}

function link({ properties }: Element): void {
  const { href } = properties
  if (typeof href !== 'string') return
  if (href.startsWith('#')) properties['href'] = `#${idPrefix}${href.slice(1)}`
  else Object.assign(properties, elsewhere)
}

/** No link takes the page's own place. */
const elsewhere = { target: '_blank', rel: ['noopener', 'noreferrer'] }
