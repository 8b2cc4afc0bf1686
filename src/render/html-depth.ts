import type { Nodes as HastNodes } from 'hast'
import { RawHtml, type HtmlTag } from './raw-html.ts'

/** Elements of raw HTML may stand in each other so deep: what parses, walks and writes the tree calls itself for each. */
export const mostElements = 200
/** Those of them that a parser begins again in each block until they are closed. */
const MOST_FORMATTING = 30

export const emptyElements = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' ')
)

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** An end tag within closes nothing that is around these. */
const barriers = new Set('caption marquee object select svg math table td template th'.split(' '))
/** Each ends the one before it. */
const inRow = [
  new Set(['li']),
  new Set(['p']),
  new Set(['dd', 'dt']),
  new Set(['optgroup', 'option']),
  new Set(['tbody', 'td', 'tfoot', 'th', 'thead', 'tr'])
]

/** Makes text of the raw HTML in a tree that opens elements deeper than can be walked. */
export function boundRawHtml(root: HastNodes): void {
  const open = new OpenElements()
  const raw = new RawHtml()
  bound(root)

  function bound(node: HastNodes): void {
    if (node.type === 'raw') node.value = boundValue(node.value)
    else if ('children' in node) node.children.forEach(bound)
  }

  function boundValue(value: string): string {
    let html = ''
    let from = 0
    for (const tag of raw.read(value).tags) {
      if (open.take(tag, value.charAt(tag.end - 2) === '/')) continue
      html += `${value.slice(from, tag.start)}&lt;`
      from = tag.start + 1
    }
    return html + value.slice(from)
  }
}

/** The elements that are open, outermost first: rather too many than too few. */
class OpenElements {
  #open: string[] = []

  /** Opens or closes an element; false where it would stand too deep. */
  take({ name, isCloser, inDrawing }: HtmlTag, endsItself: boolean): boolean {
    if (isCloser) this.#close(name)
    else if (!emptyElements.has(name) && !(inDrawing && endsItself)) return this.#begin(name)
    return true
  }

  #begin(name: string): boolean {
    const row = inRow.find((names) => names.has(name))
    while (row?.has(this.#open.at(-1) ?? '')) this.#open.pop()
    const isTooMany =
      formatting.has(name) &&
      this.#open.filter((one) => formatting.has(one)).length >= MOST_FORMATTING
    if (isTooMany || this.#open.length >= mostElements) return false
    this.#open.push(name)
    return true
  }

  #close(name: string): void {
    const at = this.#open.lastIndexOf(name)
    const above = this.#open.slice(at + 1)
    if (at < 0 || above.some((one) => barriers.has(one))) return
    // Formatting goes on behind what it began in.
    const stays = above.filter((one) => formatting.has(name) || formatting.has(one))
    this.#open.splice(at, Infinity, ...stays)
  }
}
