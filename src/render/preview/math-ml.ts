import type { Element, ElementContent, Properties } from 'hast'
import temml, { type MathTree } from 'temml'
import { inEnglish, say, type Said } from '../../say/say.ts'
import { judgeFormula } from '../tex/judge-formula.ts'

/** The elements of MathML Core that show something; none of them can hold HTML or a link. */
const elements = new Set(
  (
    'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot ' +
    'mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
  ).split(' ')
)
const attributes = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth dir display ' +
    'displaystyle fence form frame height largeop linethickness lspace mathbackground mathcolor ' +
    'mathsize mathvariant maxsize minsize movablelimits notation rowlines rowspacing rowspan ' +
    'rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' ')
)
const styles = new Set(
  (
    'padding padding-left padding-right padding-top padding-bottom margin-left margin-right ' +
    'math-style math-depth math-shift font-style font-weight text-align border border-left ' +
    'border-right border-top border-bottom border-style border-width width height ' +
    'vertical-align color background-color white-space transform'
  ).split(' ')
)
/** So many signs of a formula are named at most. */
const mostShown = 24

const plainValue = /^[\w\s.,%#()+-]*$/
/** Also the names of functions that could reach out of the page. */
const reaching = /url|image|expression|var|attr/i

/**
 * TeX → MathML that holds nothing but MathML. Styles stand in `data-style`, because the page's policy
 * lets no text set a style. TeX that cannot be read, or may not be drawn, comes as it is written, with
 * the reason as title, and in `data-said` for a page to say in its language.
 */
export function drawMath(tex: string, isDisplay: boolean): ElementContent[] {
  const faults = judgeFormula(tex, 'page')
  if (faults.length > 0) {
    const reasons = faults.map(({ reason }) => reason)
    return [faulty(tex, reasons)]
  }
  try {
    const tree = temml.__renderToMathMLTree(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      strict: false,
      maxExpand: 1000,
      maxSize: [50, 50]
    })
    return hast(tree)
  } catch (error) {
    return [faulty(tex, [whyUnread(tex, error)])]
  }
}

/** The library says why in English alone, but also where. */
function whyUnread(tex: string, error: unknown): Said {
  const at: unknown = error instanceof Error && Reflect.get(error, 'position')
  const rest = typeof at === 'number' ? tex.slice(at).trim() : ''
  if (rest === '') return say('Something is missing in it.')
  const part = rest.length > mostShown ? `${rest.slice(0, mostShown)}…` : rest
  return say('It cannot be read from “{part}” on.', { part })
}

function faulty(tex: string, reasons: Said[]): Element {
  const said = [say('This formula cannot be drawn:'), ...reasons]
  return {
    type: 'element',
    tagName: 'code',
    properties: {
      className: ['math-error'],
      title: said.map(inEnglish).join(' '),
      dataSaid: JSON.stringify(said)
    },
    children: [{ type: 'text', value: tex }]
  }
}

function hast(tree: MathTree): ElementContent[] {
  if (tree.text !== undefined) return [{ type: 'text', value: tree.text }]
  const children = (tree.children ?? []).flatMap(hast)
  const { type } = tree
  if (type === undefined || !elements.has(type)) return children
  const properties: Properties = {}
  for (const [name, value] of Object.entries(tree.attributes ?? {})) {
    if (attributes.has(name)) properties[name] = String(value)
  }
  const classes = (tree.classes ?? []).filter((name) => /^[\w-]+$/.test(name))
  if (classes.length > 0) properties['className'] = classes
  const style = styleOf(tree.style ?? {})
  if (style !== '') properties['dataStyle'] = style
  return [{ type: 'element', tagName: type, properties, children }]
}

function styleOf(style: Record<string, unknown>): string {
  return Object.entries(style)
    .map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), String(value)])
    .filter(([name = '', value = '']) => {
      return styles.has(name) && plainValue.test(value) && !reaching.test(value)
    })
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}
