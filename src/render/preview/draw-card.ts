import type { Element, ElementContent, Root, RootContent } from 'hast'
import { raw } from 'hast-util-raw'
import { toHtml } from 'hast-util-to-html'
import { replaceElements } from '../walk-hast.ts'
import { colourBlock } from './colour-blocks.ts'
import { diagramFigure } from './diagram-figure.ts'
import type { DrawerName } from './drawers.ts'
import type { Surroundings } from './dress.ts'
import { cutIntoStretches } from './stretches.ts'

/** A formula between the marks that MathJax reads in Anki. */
const formula = /\\\(((?:\\[^)]|[^\\])+)\\\)|\\\[((?:\\[^\]]|[^\\])+)\\\]/g
const untouched = new Set(['code', 'pre', 'math'])

/**
 * A side of a card, as the Anki exporters write it, made ready for a page: formulas drawn, code
 * coloured, `diagrams` in figures for the page to draw, `data-media` in place of `src`, so that nothing
 * is fetched. `missing` takes the drawers that were wanted and not there.
 */
export function drawCardSide(
  html: string,
  { drawers, diagrams }: Pick<Surroundings, 'drawers' | 'diagrams'>,
  missing: Set<DrawerName>
): string {
  const root: Root = { type: 'root', children: [{ type: 'raw', value: html }] }
  const tree = raw(root)
  if (tree.type !== 'root') return html
  drawFormulas(tree)
  replaceElements(tree, (element) => {
    const { tagName, properties } = element
    if (tagName === 'pre') {
      const figure = diagrams ? diagramFigure(element) : undefined
      if (figure) return [figure]
      if (colourBlock(element, drawers)) missing.add('code')
    }
    if (tagName === 'a')
      Object.assign(properties, { target: '_blank', rel: ['noopener', 'noreferrer'] })
    if (tagName === 'img' || tagName === 'audio' || tagName === 'video') {
      properties['dataMedia'] = properties['src']
      delete properties['src']
    }
    return undefined
  })
  cutIntoStretches(tree)
  return toHtml(tree, { characterReferences: { useNamedReferences: true } })

  function drawFormulas(parent: Root | Element): void {
    const children: RootContent[] = parent.children
    parent.children = children.flatMap((child): RootContent[] => {
      if (child.type === 'text') return inText(child.value)
      if (child.type === 'element' && !untouched.has(child.tagName)) drawFormulas(child)
      return [child]
    })
  }

  function inText(text: string): ElementContent[] {
    const parts: ElementContent[] = []
    let end = 0
    for (const match of text.matchAll(formula)) {
      const [whole, inline, display] = match
      parts.push({ type: 'text', value: text.slice(end, match.index) })
      end = match.index + whole.length
      if (!drawers.math) missing.add('math')
      const isDisplay = display !== undefined
      const drawn = drawers.math?.((inline ?? display ?? '').trim(), isDisplay)
      for (const one of drawn ?? [{ type: 'text' as const, value: whole }]) parts.push(one)
    }
    return end === 0
      ? [{ type: 'text', value: text }]
      : [...parts, { type: 'text', value: text.slice(end) }]
  }
}
