import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { PhrasingContent, RootContent } from 'mdast'
import { mediaKind } from '../markdown/tree/media-kind.ts'
import type { InlineMath, DisplayMath } from '../markdown/tree/nodes.ts'
import { isInline } from '../markdown/slice.ts'
import { isAbsolute } from './address.ts'
import { hideCommands, hideMathMarks } from './anki-literals.ts'
import { cleanHtml } from './clean-text.ts'
import { turnBlocks } from './directions.ts'
import { toSafeHast } from './hast.ts'
import { decoded } from './media-paths.ts'
import { judgeFormula } from './tex/judge-formula.ts'
import { replaceElements } from './walk-hast.ts'

/** The path in the project of a medium that a card addresses, if it is there; `from` another file than its own. */
export type FindMedia = (address: string, from?: string) => string | undefined

/** A formula of the text. */
export type Formula = DisplayMath | InlineMath

/** What the sides of cards are written with. */
export interface CardWriting {
  find: FindMedia
  /** Takes the formulas they hold. */
  met?: Formula[]
  /** Whether a line end within a paragraph is a break (N2). */
  lineBreaks?: boolean
}

/**
 * The HTML of a question or answer, for a field of an Anki note: math as MathJax reads it, as far as
 * `judgeFormula` lets it pass, else as code; what only looks like one of Anki's commands as text, no
 * address that works only beside the file, no picture fetched from afar, no control character. `src`
 * of a picture, sound or film is its path in the project: whoever shows the card puts an address in
 * its place. One paragraph comes without `<p>` around it, unless it runs from right to left: that has
 * to stand in the field, whatever is around it.
 */
export function cardHtml(
  blocks: RootContent[],
  definitions: RootContent[],
  { find, met = [], lineBreaks = false }: CardWriting
): string {
  const formulas: Formula[] = []
  const root = toSafeHast(blocks, definitions, {
    marker: () => [],
    math: hole(formulas),
    lineBreaks
  })
  replaceElements(root, (element) => forCard(element, find))
  turnBlocks(root)
  if (isInline(blocks)) unwrapParagraph(root)
  for (const formula of formulas) met.push(formula)
  return fieldHtml(root, formulas)
}

/** Words and formulas of one line as the HTML of a field, in the direction of what is around them. */
export function phraseHtml(children: PhrasingContent[]): string {
  const formulas: Formula[] = []
  const root = toSafeHast([{ type: 'paragraph', children }], [], {
    marker: () => [],
    math: hole(formulas)
  })
  unwrapParagraph(root)
  return fieldHtml(root, formulas)
}

function fieldHtml(root: Root, formulas: Formula[]): string {
  hideMathMarks(root)
  replaceElements(root, ({ properties, children }) => {
    if (!('dataHole' in properties)) return undefined
    const formula = formulas[Number(properties['dataHole'])]
    return formula ? [mathJax(formula)] : children
  })
  const html = toHtml(root, { characterReferences: { useNamedReferences: true } })
  return cleanHtml(hideCommands(html.replace(/\r\n?/g, '\n').trim()))
}

/** Stands for a formula until all else is clean and hidden, so that no text can look like one. */
function hole(formulas: Formula[]): (formula: Formula) => ElementContent[] {
  return (formula) => {
    const properties = { dataHole: formulas.push(formula) - 1 }
    const element: Element = { type: 'element', tagName: 'span', properties, children: [] }
    return formula.type === 'math'
      ? [{ type: 'element', tagName: 'p', properties: {}, children: [element] }]
      : [element]
  }
}

function unwrapParagraph(root: Root): void {
  const at = root.children.findIndex((child) => child.type === 'element')
  const paragraph = root.children[at]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return
  if (paragraph.properties['dir'] === undefined) {
    const [before, behind] = [root.children.slice(0, at), root.children.slice(at + 1)]
    root.children = [...before, ...paragraph.children, ...behind]
  }
}

function mathJax(node: Formula): ElementContent {
  // `}}` would end a cloze deletion in Anki's templates.
  const tex = node.value.replace(/\}(?=\})/g, '} ')
  if (judgeFormula(tex, 'card').length > 0) {
    const text: ElementContent = { type: 'text', value: node.value }
    return { type: 'element', tagName: 'code', properties: {}, children: [text] }
  }
  const isDisplay = node.type === 'math' || node.display
  return { type: 'text', value: isDisplay ? `\\[${tex}\\]` : `\\(${tex}\\)` }
}

function forCard(element: Element, find: FindMedia): ElementContent[] | undefined {
  delete element.properties['dataLine']
  switch (element.tagName) {
    case 'a':
      return link(element)
    case 'img':
      return medium(element, find)
    case 'h2':
      return String(element.properties['id']).endsWith('footnote-label') ? [] : undefined
    default:
      return undefined
  }
}

function link(element: Element): ElementContent[] | undefined {
  const { href, dataFootnoteBackref } = element.properties
  if (dataFootnoteBackref !== undefined) return []
  return typeof href === 'string' && isAbsolute(href) ? undefined : element.children
}

/** What the project has is shown; a remote picture becomes a link to it, a missing one its words. */
function medium(element: Element, find: FindMedia): ElementContent[] {
  const source = textOf(element.properties['src'])
  const value = textOf(element.properties['alt']) || decoded(source) || 'picture'
  const text: ElementContent = { type: 'text', value }
  if (isAbsolute(source))
    return [{ ...element, tagName: 'a', properties: { href: source }, children: [text] }]
  const path = find(source)
  if (path === undefined) return [text]
  const kind = mediaKind(path)
  if (kind !== 'sound' && kind !== 'video') {
    return [{ ...element, properties: { ...element.properties, src: path } }]
  }
  const tagName = kind === 'sound' ? 'audio' : 'video'
  return [{ ...element, tagName, properties: { src: path, controls: true }, children: [] }]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
