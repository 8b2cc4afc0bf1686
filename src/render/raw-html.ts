import type { Html } from 'mdast'
import {
  aroundTag,
  isWordInHtml,
  knownElements,
  verbatimElements
} from '../markdown/tree/html-elements.ts'
import { endOfTag, endTagOf, lastEndTags } from './tag-ends.ts'

/** A tag in raw HTML: offsets into it. */
export interface HtmlTag {
  start: number
  end: number
  /** In small letters where it is one, as written where it is a word. */
  name: string
  isCloser: boolean
  /** Whether it stands within a drawing or formula. */
  inDrawing: boolean
}

/** A piece of raw HTML, read. */
export interface ReadHtml {
  /** The same to a parser of HTML, but that what is no tag stands there as text. */
  html: string
  /** Tags of elements that HTML knows. */
  tags: HtmlTag[]
  /** Words in angle brackets, which are text: of elements that it does not know, or not meant as one. */
  words: HtmlTag[]
}

/** Elements that bring names of their own. */
const foreign = new Set(['math', 'svg'])

const mark =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![a-z][^>]*(?:>|$)|<(\/?)([a-z][^\s/>]*)|<[/!]/gi

/** What CommonMark takes for a tag; a parser of HTML takes more. */
const wellFormed =
  /<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z\d-]*\s*>/iy

/**
 * Reads the raw HTML of a document piece by piece, in order. An element that HTML does not know is
 * text (`vector<int>`, `<ESC>`), and so are what is not meant as one (`List<Object>`) and a tag that never
 * ends: a parser would drop them, and what stands in them. Comments and the like stay hidden. Within
 * drawings and formulas every name is known.
 */
export class RawHtml {
  #around: { name: string; depth: number } | undefined

  /** Reads a tag in a line, which its whole paragraph may have made a word, or a block of HTML. */
  readNode(node: Html, isBlock: boolean): ReadHtml {
    if (isBlock) return this.readBlock(node.value)
    return node.data?.isWord ? wordAlone(node.value) : this.read(node.value)
  }

  /** Reads HTML in which all is closed that ever will be: what would swallow all that follows is text. */
  readBlock(source: string): ReadHtml {
    const read = this.read(source, lastEndTags(source))
    const [, swallowing] = /^\s*<(script|style)(?=[\s>])/i.exec(source) ?? []
    const last = read.tags.at(-1)
    // To Markdown these go on to the end of what is around them, and no further.
    if (!swallowing || last?.isCloser || last?.name !== swallowing.toLowerCase()) return read
    return { ...read, html: `${read.html}</${swallowing}>` }
  }

  /** `endTags` says where elements are closed; without them no element is taken for a word. */
  read(source: string, endTags?: ReadonlyMap<string, number>): ReadHtml {
    const tags: HtmlTag[] = []
    const words: HtmlTag[] = []
    let html = ''
    let from = 0
    const put = (start: number, end: number, text: string): void => {
      html += source.slice(from, start) + text
      from = end
    }
    const lastEnd = source.lastIndexOf('>')
    mark.lastIndex = 0
    for (let found = mark.exec(source); found; found = mark.exec(source)) {
      const [whole, slash, written] = found
      const start = found.index
      if (written === undefined) {
        if (whole.length === 2) put(start, start + 1, '&lt;')
        // A parser would end these at their first `>`.
        else if (/^<(?:\?|!\[)/.test(whole)) put(start, start + whole.length, '')
        continue
      }
      const name = written.toLowerCase()
      const isCloser = slash !== ''
      const inDrawing = this.#around !== undefined
      const isKnown = inDrawing || knownElements.has(name)
      const end = isKnown && start < lastEnd ? endOfTag(source, start + whole.length) : 0
      const tag = { start, end, name, isCloser, inDrawing }
      if (end > 0 && (isCloser || !endTags || !this.#isWord(source, tag, endTags))) {
        tags.push(tag)
        this.#pass(tag, source)
        mark.lastIndex = isCloser || !verbatimElements.has(name) ? end : endTagOf(name, source, end)
        continue
      }
      wellFormed.lastIndex = start
      const text = end > 0 ? source.slice(start, end) : wellFormed.exec(source)?.[0]
      put(start, start + (text ?? '<').length, escaped(text ?? '<'))
      mark.lastIndex = from
      if (!isKnown || end > 0) {
        words.push({ ...tag, end: start + (text ?? whole).length, name: written })
      }
    }
    return { html: html + source.slice(from), tags, words }
  }

  #isWord(source: string, tag: HtmlTag, endTags: ReadonlyMap<string, number>): boolean {
    const { start, end, name, inDrawing } = tag
    if (inDrawing) return false
    const nameEnd = start + 1 + name.length
    return isWordInHtml({
      name: source.slice(start + 1, nameEnd),
      rest: source.slice(nameEnd, end - 1),
      ...aroundTag(source, tag),
      isClosed: (endTags.get(name) ?? 0) > start || runsOn(source, start, name)
    })
  }

  #pass({ name, isCloser, end }: HtmlTag, source: string): void {
    const isWhole = source.charAt(end - 2) === '/'
    if (!this.#around) {
      if (foreign.has(name) && !isCloser && !isWhole) this.#around = { name, depth: 1 }
      return
    }
    if (name !== this.#around.name || isWhole) return
    this.#around.depth += isCloser ? -1 : 1
    if (this.#around.depth === 0) this.#around = undefined
  }
}

/** Whether raw HTML within a line is a word in angle brackets. */
export function isWordTag(node: Html): boolean {
  return new RawHtml().readNode(node, false).words.length > 0
}

function wordAlone(source: string): ReadHtml {
  const name = /^<([^\s/>]*)/.exec(source)?.[1] ?? ''
  const word = { start: 0, end: source.length, name, isCloser: false, inDrawing: false }
  return { html: escaped(source), tags: [], words: [word] }
}

/** Whether Markdown itself takes an element that begins there on to the end. */
function runsOn(source: string, start: number, name: string): boolean {
  return (
    (name === 'script' || name === 'style') && start < 4 && source.slice(0, start).trim() === ''
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
