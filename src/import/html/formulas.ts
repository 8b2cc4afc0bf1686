import { toString } from 'hast-util-to-string'
import type { Element, Root } from 'hast'
import { element, find, hasClass, isElement, property, replaceElements } from './elements.ts'

/**
 * Puts each formula of KaTeX, MathJax, Wikipedia or MathML as its TeX into an element `math`, whose
 * property `shown` says whether it stands on its own; gives how many had no TeX and stay as text.
 */
export function takeFormulas(tree: Root): number {
  let lost = 0
  replaceElements(tree, (node) => {
    if (isScript(node)) {
      return [formula(toString(node), property(node, 'type').includes('mode=display'))]
    }
    if (hasClass(node, /^MathJax(?:_.*)?$/) && !find(node, isFormula)) return []
    if (isElement(node, 'math')) {
      if (isFormula(node)) return undefined
      const tex = find(node, isTex)
      if (tex) return [formula(toString(tex), property(node, 'display') === 'block')]
      lost += 1
      return [{ type: 'text', value: toString(node) }]
    }
    const isDisplay = hasClass(node, /^(?:katex-display|mwe-math-element-block)$/)
    const isWhole = isDisplay || hasClass(node, /^(?:katex|mwe-math-element.*)$/)
    if (!isWhole && !isElement(node, 'mjx-container')) return undefined
    const inner = find(node, isFormula)
    if (!inner) return undefined
    const shown = isDisplay || property(node, 'display') === 'true'
    return [formula(property(inner, 'tex'), shown || inner.properties['shown'] === true)]
  })
  return lost
}

function isScript(node: Element): boolean {
  return isElement(node, 'script') && property(node, 'type').startsWith('math/tex')
}

function isTex(node: Element): boolean {
  return isElement(node, 'annotation') && /\btex\b/i.test(property(node, 'encoding'))
}

function isFormula(node: Element): boolean {
  return isElement(node, 'math') && node.properties['tex'] !== undefined
}

function formula(tex: string, display: boolean): Element {
  const plain = tex.trim().replace(/^\{\\(?:displaystyle|textstyle)\s+([^]*)\}$/, '$1')
  const value = plain.trim().replace(/\s*\n\s*/g, display ? '\n' : ' ')
  // With a word in it, blanks around it are kept.
  return element('math', [{ type: 'text', value: 'x' }], { tex: value, shown: display })
}
