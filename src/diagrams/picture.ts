import type { Picture } from './outcome.ts'

/** What may act or ask for something where a picture is opened by itself. */
const active =
  'script, foreignObject, iframe, object, embed, image, use:not([href^="#"]), animate, set, animateTransform, animateMotion, audio, video, link, meta'
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
  const parsed = parser.parseFromString(markup, 'text/html').querySelector('svg')
  if (!parsed) return undefined
  for (const element of parsed.querySelectorAll(`${active}, ${passing}`)) element.remove()
  for (const element of [parsed, ...parsed.querySelectorAll('*')]) disarm(element)
  const size = fit(parsed)
  if (!size) return undefined
  const svg = new XMLSerializer().serializeToString(parsed)
  const again = parser.parseFromString(svg, 'image/svg+xml')
  if (again.querySelector('parsererror')) return undefined
  return { kind: 'picture', svg, ...size }
}

function disarm(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLink = /(?:^|:)href$/i.test(name) && !value.startsWith('#')
    if (/^on/i.test(name) || isLink || asksElsewhere(value)) element.removeAttribute(name)
  }
  const isStyle = element.tagName.toLowerCase() === 'style'
  if (isStyle && asksElsewhere(element.textContent)) element.remove()
}

function asksElsewhere(css: string): boolean {
  return /@import|url\(\s*["']?\s*(?!["'#\s])/i.test(css)
}

/** Takes the size from what is drawn, and puts white below it. */
function fit(svg: SVGElement): { width: number; height: number } | undefined {
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
  const ground = document.createElementNS(svg.namespaceURI, 'rect')
  for (const [name, value] of Object.entries({ ...box, fill: '#fff' })) {
    ground.setAttribute(name, String(value))
  }
  svg.prepend(ground)
  return { width, height }
}
