import type { Picture } from './outcome.ts'

const svgNames = 'http://www.w3.org/2000/svg'
/** What may act or ask for something where a picture is opened by itself. */
const active = new Set(
  'script foreignobject image use animate set animatetransform animatemotion'.split(' ')
)
/** What is seen today and not tomorrow. */
const passing = '.today'
/** Pixels of a side: a larger picture is shown smaller. */
const most = 4000
/** Around the drawing, in its own units. */
const margin = 8

/**
 * What the library drew as a picture of its own; undefined where that is none. `parser` is of a page whose
 * policy minds no styles in what it reads.
 */
export function pictureOf(markup: string, parser: DOMParser): Picture | undefined {
  const drawn = parser.parseFromString(markup, 'text/html').querySelector('svg')
  if (!drawn) return undefined
  // It is judged as it will be read: what HTML takes for one strange name, XML takes for an element with a prefix.
  const written = parser.parseFromString(
    new XMLSerializer().serializeToString(drawn),
    'image/svg+xml'
  )
  const picture = written.documentElement
  if (picture.localName !== 'svg' || written.querySelector('parsererror')) return undefined
  for (const element of picture.querySelectorAll('*')) {
    if (isActive(element) || element.matches(passing)) element.remove()
  }
  for (const element of [picture, ...picture.querySelectorAll('*')]) disarm(element)
  const size = fit(picture)
  if (!size) return undefined
  return { kind: 'picture', svg: new XMLSerializer().serializeToString(picture), ...size }
}

function isActive(element: Element): boolean {
  const name = element.localName.toLowerCase()
  const isOwn = name === 'use' && element.getAttribute('href')?.startsWith('#')
  return element.namespaceURI !== svgNames || (active.has(name) && !isOwn)
}

function disarm(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLink = /(?:^|:)href$/i.test(name) && !value.startsWith('#')
    if (/^on/i.test(name) || isLink || asksElsewhere(value)) element.removeAttribute(name)
  }
  const isStyle = element.localName.toLowerCase() === 'style'
  if (isStyle && asksElsewhere(element.textContent)) element.remove()
}

function asksElsewhere(css: string): boolean {
  return /@import|url\(\s*["']?\s*(?!["'#\s])|(?:image-set|cross-fade)\(/i.test(unescaped(css))
}

/** CSS with its letters written out, so that none of a name hides as `\75`. */
function unescaped(css: string): string {
  return css.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, code?: string, letter?: string) => {
    const point = code === undefined ? undefined : Number.parseInt(code, 16)
    if (point === undefined) return letter ?? ''
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  })
}

/** Takes the size from what is drawn, and puts white below it. */
function fit(svg: Element): { width: number; height: number } | undefined {
  const [x, y, wide, high] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  if (x === undefined || y === undefined || !wide || !high) return undefined
  if (![x, y, wide, high].every(Number.isFinite) || wide < 0 || high < 0) return undefined
  const [boxWidth, boxHeight] = [wide + 2 * margin, high + 2 * margin]
  const scale = Math.min(1, most / Math.max(boxWidth, boxHeight))
  const [width, height] = [Math.ceil(boxWidth * scale), Math.ceil(boxHeight * scale)]
  const box = { x: x - margin, y: y - margin, width: boxWidth, height: boxHeight }
  svg.setAttribute('viewBox', Object.values(box).join(' '))
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.removeAttribute('style')
  const ground = document.createElementNS(svgNames, 'rect')
  for (const [name, value] of Object.entries({ ...box, fill: '#fff' })) {
    ground.setAttribute(name, String(value))
  }
  svg.prepend(ground)
  return { width, height }
}
