import type { Element } from 'hast'
import { isDiagram } from './code-languages.ts'

/**
 * A `pre` that holds a diagram, in a figure of class `diagram` with the diagram's code in it: whoever shows
 * the page draws it there. Undefined for other code, and for a diagram of no sign.
 */
export function diagramFigure(pre: Element): Element | undefined {
  const code = pre.children.find((child) => child.type === 'element')
  const text = code?.children[0]
  if (code?.tagName !== 'code' || code.children.length !== 1 || text?.type !== 'text')
    return undefined
  const { className } = code.properties
  const named = Array.isArray(className) ? String(className[0]) : ''
  if (!named.startsWith('language-') || !isDiagram(named.slice('language-'.length)))
    return undefined
  if (text.value.trim() === '') return undefined
  const { dataLine, ...others } = pre.properties
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['diagram'], ...(dataLine !== undefined && { dataLine }) },
    children: [{ ...pre, properties: others }]
  }
}
