import { DOMParser } from '@xmldom/xmldom'
import { accents, bigSigns, functionNames, texSigns } from './omml-signs.ts'

const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math'

/** A formula that holds what is not known here. */
class Unknown extends Error {}

/** The TeX of a formula of Office, `<m:oMath>…</m:oMath>` as XML; `undefined` where it holds what is not known. */
export function texOf(xml: string): string | undefined {
  const errorHandler = { warning: ignore, error: ignore, fatalError: ignore }
  try {
    const named = `<x xmlns:m="${math}" xmlns:w="w" xmlns:w14="w14" xmlns:mc="mc">${xml}</x>`
    const { documentElement } = new DOMParser({ errorHandler }).parseFromString(named, 'text/xml')
    return children(documentElement).trim() || undefined
  } catch {
    return undefined
  }
}

function ignore(): void {
  // What the parser mends by itself is not worth a word; what it cannot throws.
}

/** By the name of an element: its TeX. */
const writers: Record<string, (node: Element) => string> = {
  oMath: children,
  r: run,
  f: fraction,
  sSup: (node) => `${base(node)}^${group(node, 'sup')}`,
  sSub: (node) => `${base(node)}_${group(node, 'sub')}`,
  sSubSup: (node) => `${base(node)}_${group(node, 'sub')}^${group(node, 'sup')}`,
  sPre: (node) => `{}_${group(node, 'sub')}^${group(node, 'sup')}${part(node, 'e')}`,
  rad: (node) => {
    const degree = part(node, 'deg')
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}${group(node, 'e')}`
  },
  d: delimited,
  nary,
  func: (node) => `${part(node, 'fName')} ${part(node, 'e')}`,
  limLow: (node) => limit(node, '_', 'underset'),
  limUpp: (node) => limit(node, '^', 'overset'),
  acc: (node) =>
    `\\${accents[setting(node, 'accPr', 'chr') ?? '\u0302'] ?? fail()}${group(node, 'e')}`,
  bar: (node) =>
    `\\${setting(node, 'barPr', 'pos') === 'top' ? 'overline' : 'underline'}${group(node, 'e')}`,
  groupChr: (node) =>
    `\\${setting(node, 'groupChrPr', 'pos') === 'top' ? 'overbrace' : 'underbrace'}${group(node, 'e')}`,
  m: (node) =>
    `\\begin{matrix} ${rows(node, 'mr', (row) => all(row, 'e').map(children).join(' & '))} \\end{matrix}`,
  eqArr: (node) => `\\begin{aligned} ${rows(node, 'e', children)} \\end{aligned}`,
  box: (node) => part(node, 'e'),
  borderBox: (node) => `\\boxed${group(node, 'e')}`,
  phant: () => '',
  ins: children
}

function children(node: Element): string {
  return elements(node)
    .map((child) => {
      const name = child.localName
      if (/Pr$|^(?:del|proofErr|bookmark(?:Start|End))$/.test(name)) return ''
      return (writers[name] ?? fail)(child)
    })
    .join('')
}

function run(node: Element): string {
  const text = all(node, 't')
    .map(({ textContent }) => textContent)
    .join('')
  const [format] = all(node, 'rPr')
  if (format && all(format, 'nor').length > 0)
    return `\\text{${text.replace(/[\\{}$&#%_^~]/g, escaped)}}`
  if (functionNames.has(text.trim())) return `\\${text.trim()} `
  const tex = Array.from(
    text,
    (sign) => texSigns[sign] ?? (/[\\{}$#%_~^]/.test(sign) ? escaped(sign) : sign)
  )
  const isUpright = format && all(format, 'sty').some((style) => valueOf(style) === 'p')
  // More than one upright letter is a name; digits and signs are upright anyway.
  return isUpright && /^\p{L}{2,}$/u.test(text) ? `\\mathrm{${text}}` : tex.join('')
}

function escaped(sign: string): string {
  if (sign === '\\') return '\\backslash '
  return sign === '^' || sign === '~' ? `\\text{${sign === '^' ? '\\^{}' : '\\~{}'}}` : `\\${sign}`
}

function fraction(node: Element): string {
  const type = setting(node, 'fPr', 'type')
  if (type === 'lin' || type === 'skw') return `{${part(node, 'num')}}/{${part(node, 'den')}}`
  if (type === 'noBar') return `{${part(node, 'num')} \\atop ${part(node, 'den')}}`
  return `\\frac${group(node, 'num')}${group(node, 'den')}`
}

function delimited(node: Element): string {
  const side = (sign: string): string => {
    if (sign === '') return '.'
    return /^[{}]$/.test(sign) ? `\\${sign}` : (texSigns[sign]?.trim() ?? sign)
  }
  const begin = side(setting(node, 'dPr', 'begChr') ?? '(')
  const end = side(setting(node, 'dPr', 'endChr') ?? ')')
  const between = setting(node, 'dPr', 'sepChr') ?? '|'
  return `\\left${begin} ${all(node, 'e').map(children).join(between)} \\right${end}`
}

function nary(node: Element): string {
  const sign = setting(node, 'naryPr', 'chr') ?? '∫'
  const command = bigSigns[sign] ?? fail()
  const place = (name: 'sub' | 'sup', mark: string): string =>
    part(node, name) === '' ? '' : `${mark}${group(node, name)}`
  return `\\${command}${place('sub', '_')}${place('sup', '^')} ${part(node, 'e')}`
}

function limit(node: Element, mark: string, command: string): string {
  const inner = part(node, 'e').trim()
  const isOperator = /^\\(?:lim|max|min|sup|inf|limsup|liminf|(?:under|over)brace\{[^]*\})$/.test(
    inner
  )
  return isOperator
    ? `${inner}${mark}${group(node, 'lim')} `
    : `\\${command}${group(node, 'lim')}{${inner}}`
}

/** What stands before an index: in braces unless it is a single sign or command. */
function base(node: Element): string {
  const tex = part(node, 'e').trim()
  return /^(?:[^\\]|\\[A-Za-z]+)$/u.test(tex) ? tex : `{${tex}}`
}

function group(node: Element, name: string): string {
  return `{${part(node, name).trim()}}`
}

function part(node: Element, name: string): string {
  return all(node, name).map(children).join('')
}

function rows(node: Element, name: string, write: (row: Element) => string): string {
  return all(node, name).map(write).join(' \\\\ ')
}

/** A setting of an element: `undefined` where none is said, '' where it is said to be nothing. */
function setting(node: Element, group: string, name: string): string | undefined {
  const [settings] = all(node, group)
  const [said] = settings ? all(settings, name) : []
  return said && valueOf(said)
}

function valueOf(node: Element): string {
  return node.getAttributeNS(math, 'val') ?? ''
}

function all(node: Element, name: string): Element[] {
  return elements(node).filter(({ localName }) => localName === name)
}

function elements(node: Element): Element[] {
  return Array.from(node.childNodes).filter((child): child is Element => child.nodeType === 1)
}

function fail(): never {
  throw new Unknown()
}
