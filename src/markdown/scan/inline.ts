import type { PhrasingContent, Text } from 'mdast'
import type { Point } from 'unist'
import { blockReferenceSize, macroAt } from '../syntax/outline-text.ts'
import { tagForm } from '../tags.ts'
import type { WikiLink } from '../tree/nodes.ts'
import { blockName, embedTarget } from '../tree/outline-nodes.ts'
import { isUnseen } from '../trim-slice.ts'
import { attentionOf } from './emphasis.ts'
import { codeAt } from './inline-code.ts'
import { htmlEnd } from './inline-html.ts'
import { mathAt } from './inline-math.ts'
import type { Surroundings } from './labels.ts'
import { addressAt } from './link.ts'
import { noteLinkAt } from './note-link.ts'
import type { Stretch } from './part.ts'
import { Places, type InlinePlaces } from './places.ts'
import { isCrowded } from './plain-words.ts'
import { tagAt } from './tag.ts'

/** Signs that begin or end what is read here; within a word `_` is none. */
const known =
  /!(?=\[\[)|\{\{(?=c\d|(?:query|renderer|namespace|embed|video|youtube|vimeo|bilibili|tweet|twitter) )|\}\}|\(\((?=[\da-f]{8}-)|`+|\*+|(?<![A-Za-z0-9_])_+|(?<!_)_+(?![A-Za-z0-9_])|\$+|[[\]]|<(?=[a-z/!])|\\(?=[*_<>#.|'"+-])/gi
/** Signs by which words are more than themselves, to any other construct within lines. */
const others =
  /~~|&(?=[#a-z\d])|[\\@]|(?<!\S)\^|\^(?:\[|$)|==|\(\(|<[a-z/!?]|%%|www\.|:\/|(?:mailto|xmpp):/i
/** The begin of a gap. */
const gapOpen = /\{\{c\d+(?:,\d+)*::/y
/** Words in brackets that nothing but a definition makes more of. */
const plainLabel = /^(?=.*\S)[^[\]\\^!/][^[\]\\]*$/s
/** Blanks that break a line. */
const breaks = /(?:[ \t]{2}|\t)(?:\r?\n|$)/

/** Of words that are read without their document: anything may be defined there. */
const alone: Surroundings = { isDefined: () => true, noteLinks: false }

/**
 * The nodes of some inline content, as the parser makes them: words, tags, code, formulas, emphasis and links, and
 * what `surroundings` makes certain. Undefined where there is more in it, and where that is not certain.
 */
export function inlineNodes(
  text: string,
  stretch: Stretch,
  surroundings = alone
): PhrasingContent[] | undefined {
  const source = text.slice(stretch.start, stretch.end)
  return inlineNodesAt(source, new Places(text, stretch), surroundings)
}

/** The same of inline content that stands at some places of a text. */
export function inlineNodesAt(
  source: string,
  places: InlinePlaces,
  surroundings: Surroundings
): PhrasingContent[] | undefined {
  if (breaks.test(source) || isCrowded(source)) return undefined
  return new InlineReader(source, places, 0, surroundings).read()
}

/** What is open, with all that stands in it so far; `mark` is what it begins with, `at` an offset, '' for the whole. */
interface Open {
  mark: string
  at: number
  start: Point
  children: PhrasingContent[]
}

class InlineReader {
  readonly #source: string
  readonly #places: InlinePlaces
  /** Where the source begins, for the places. */
  readonly #from: number
  readonly #surroundings: Surroundings
  #inner: Open
  readonly #outer: Open[] = []
  /** Up to there all is read. */
  #at = 0

  constructor(source: string, places: InlinePlaces, from: number, surroundings: Surroundings) {
    this.#source = source
    this.#places = places
    this.#from = from
    this.#surroundings = surroundings
    this.#inner = { mark: '', at: 0, start: places.at(from), children: [] }
  }

  read(): PhrasingContent[] | undefined {
    for (;;) {
      known.lastIndex = this.#at
      const { 0: signs = '', index = this.#source.length } = known.exec(this.#source) ?? {}
      if (!this.#readWords(index)) return undefined
      if (signs === '') return this.#whole()
      if (!this.#readSigns(signs)) return undefined
    }
  }

  #readWords(end: number): boolean {
    const start = this.#at
    this.#at = end
    const source = this.#source.slice(start, end)
    if (others.test(source)) return false
    // Blanks at the begin and the end of lines are no words.
    const isLast = end === this.#source.length
    const before = /^ (?=\r?\n)/.exec(source)?.[0].length ?? 0
    const behind = (isLast ? / $/ : /(?<=\n)[ \t]+$/).exec(source)?.[0].length ?? 0
    if (before + behind >= source.length) return true
    const words = source.slice(before, source.length - behind)
    const value = words.replace(/ (?=\r?\n)|(?<=\n)[ \t]+/g, '')
    const from = this.#place(start + before)
    const position = { start: from, end: this.#places.endAt(this.#from + end - behind) }
    this.#add({ type: 'text', value, position })
    return true
  }

  /** All that was read; marks that nothing closes are words. */
  #whole(): PhrasingContent[] | undefined {
    for (let outer = this.#outer.pop(); outer; outer = this.#outer.pop()) {
      const { mark, start, children } = this.#inner
      if (mark === '[') return undefined
      this.#inner = outer
      this.#addMark(mark, start)
      for (const child of children) this.#add(child)
    }
    return this.#inner.children
  }

  /** Adds a node to what is open; words behind words are one node. */
  #add(node: PhrasingContent): void {
    const last = this.#inner.children.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') this.#inner.children.push(node)
    else {
      last.value += node.value
      if (last.position && node.position) last.position.end = node.position.end
    }
  }

  /** Reads what begins or ends with some signs; false where it is not certain what that is. */
  #readSigns(signs: string): boolean {
    const source = this.#source
    const at = this.#at
    switch (signs) {
      case '`': {
        const code = codeAt(source, at)
        return code !== undefined && this.#leaf(code.end, { type: 'inlineCode', value: code.value })
      }
      case '$':
      case '$$': {
        const math = mathAt(source, at, signs)
        if (!math) return signs === '$' && this.#readLoneDollar()
        const display = signs === '$$'
        return this.#leaf(math.end, { type: 'inlineMath', value: math.value, display })
      }
      case '\\':
        return this.#readEscape()
      case '<': {
        const end = htmlEnd(source, at)
        return end !== undefined && this.#leaf(end, { type: 'html', value: source.slice(at, end) })
      }
      case '{{':
        return this.#readGapOpen() || this.#readMacro()
      case '}}':
        return this.#leaf(at + 2, { type: 'gapMark', side: 'close', value: signs })
      case '((':
        return this.#readReference()
      case '!':
        return this.#readNoteLink(true)
      case '[': {
        if (source[at + 1] === '[') return this.#readNoteLink(false)
        const tag = tagAt(source, at)
        if (tag === undefined) return source[at - 1] !== '!' && this.#begin(signs)
        // In a link it may be read otherwise.
        if (this.#isOpen('[')) return false
        return this.#leaf(at + tag.length, { type: 'tag', value: tag, ...tagForm(tag) })
      }
      case ']': {
        if (this.#inner.mark !== '[') return false
        const address = addressAt(source, at)
        if (!address) return this.#endLabel()
        const { url, end } = address
        return this.#finish(end, (children) => ({ type: 'link', title: null, url, children }))
      }
      case '*':
      case '_':
        return this.#readMarks(signs, (children) => ({ type: 'emphasis', children }))
      case '**':
      case '__':
        return this.#readMarks(signs, (children) => ({ type: 'strong', children }))
      default:
        return false
    }
  }

  /** Reads a dollar that no other one can close. */
  #readLoneDollar(): boolean {
    const source = this.#source
    const at = this.#at
    // Those in brackets are marks of Anki.
    if (source.includes('$', at + 1) || /[[/]/.test(source.charAt(at - 1))) return false
    this.#addMark('$', this.#place(at))
    this.#at++
    return true
  }

  #readGapOpen(): boolean {
    gapOpen.lastIndex = this.#at
    const [value] = gapOpen.exec(this.#source) ?? []
    const end = this.#at + (value?.length ?? 0)
    return value !== undefined && this.#leaf(end, { type: 'gapMark', side: 'open', value })
  }

  /** Reads what Logseq has between such braces, but for addresses. */
  #readMacro(): boolean {
    const source = this.#source
    const at = this.#at
    const { token = 'macroAddress', size = 0 } = macroAt(source, at) ?? {}
    if (token === 'macroAddress' || !this.#surroundings.noteLinks || this.#isOpen('[')) return false
    if (token === 'macroHidden') return this.#leaf(at + size, { type: 'html', value: '' })
    const target = embedTarget(source.slice(at, at + size))
    return this.#addNoteLink(at + size, { ...target, isEmbed: true })
  }

  /** Reads a reference of Logseq to a block. */
  #readReference(): boolean {
    const at = this.#at
    const size = this.#surroundings.noteLinks ? blockReferenceSize(this.#source, at) : 0
    if (size === 0 || this.#isOpen('[')) return false
    const part = this.#source.slice(at, at + size)
    return this.#addNoteLink(at + size, { note: '', part, isEmbed: false })
  }

  /** Adds a link of Logseq to a note or a block, which has no words of its own. */
  #addNoteLink(end: number, target: Pick<WikiLink, 'note' | 'part' | 'isEmbed'>): boolean {
    const position = { start: this.#place(this.#at), end: this.#place(end) }
    const name = target.note || blockName(target.part)
    // Nodes are moved each by itself.
    const own = { start: { ...position.start }, end: { ...position.end } }
    const words: Text = { type: 'text', value: name, position: own }
    this.#add({ type: 'wikiLink', ...target, name, isInLink: false, children: [words], position })
    this.#at = end
    return true
  }

  /** Reads a sign behind a backslash; false where a row of such signs goes on behind it. */
  #readEscape(): boolean {
    const at = this.#at
    const value = this.#source.charAt(at + 1)
    if (this.#source.charAt(at + 2) === value) return false
    this.#add({
      type: 'text',
      value,
      position: { start: this.#place(at), end: this.#place(at + 2) }
    })
    this.#at += 2
    return true
  }

  #readNoteLink(isEmbed: boolean): boolean {
    const link = this.#surroundings.noteLinks
      ? noteLinkAt(this.#source, this.#at, isEmbed)
      : undefined
    if (!link || others.test(link.inside) || this.#isOpen('[')) return false
    const { target, words, end } = link
    const start = this.#place(this.#at)
    const children = this.#wordsOf(words, end - 2 - words.length)
    const position = { start, end: this.#place(end) }
    if (!children) return false
    if (children.length === 0) {
      // Nodes are moved each by itself.
      const all = { start: { ...start }, end: { ...position.end } }
      children.push({ type: 'text', value: target.name, position: all })
    }
    this.#at = end
    this.#add({ type: 'wikiLink', ...target, isEmbed, isInLink: false, children, position })
    return true
  }

  /** What words of a link say, in which nothing from outside ends. */
  #wordsOf(words: string, at: number): PhrasingContent[] | undefined {
    if (words === '') return []
    const children = new InlineReader(words, this.#places, this.#from + at, alone).read()
    return children?.every(isUnseen) ? undefined : children
  }

  #readMarks(marks: string, make: (children: PhrasingContent[]) => PhrasingContent): boolean {
    const end = this.#at + marks.length
    const before = this.#source.charAt(this.#at - 1)
    const { opens, closes } = attentionOf(marks, before, this.#source.charAt(end))
    if (closes && this.#inner.mark === marks) return this.#finish(end, make)
    return opens && this.#begin(marks)
  }

  #isOpen(mark: string): boolean {
    return this.#inner.mark === mark || this.#outer.some((open) => open.mark === mark)
  }

  #begin(mark: string): boolean {
    if (mark === '[' && this.#isOpen(mark)) return false
    this.#outer.push(this.#inner)
    this.#inner = { mark, at: this.#at, start: this.#place(this.#at), children: [] }
    this.#at += mark.length
    return true
  }

  /** Ends words in brackets that are no more than that; false where they may be a reference. */
  #endLabel(): boolean {
    const { at, start, children } = this.#inner
    const outer = this.#outer.pop()
    const label = this.#source.slice(at + 1, this.#at)
    const next = this.#source.charAt(this.#at + 1)
    if (!outer || !plainLabel.test(label) || next === '(' || next === ':') return false
    if (this.#surroundings.isDefined(label)) return false
    this.#inner = outer
    this.#addMark('[', start)
    for (const child of children) this.#add(child)
    this.#addMark(']', this.#place(this.#at))
    this.#at++
    return true
  }

  /** Adds marks that are words. */
  #addMark(mark: string, start: Point): void {
    const { line, column, offset = 0 } = start
    const end = { line, column: column + mark.length, offset: offset + mark.length }
    this.#add({ type: 'text', value: mark, position: { start, end } })
  }

  #finish(end: number, make: (children: PhrasingContent[]) => PhrasingContent): boolean {
    const outer = this.#outer.pop()
    if (!outer) return false
    const { start, children } = this.#inner
    const node = make(children)
    node.position = { start, end: this.#place(end) }
    outer.children.push(node)
    this.#inner = outer
    this.#at = end
    return true
  }

  #leaf(end: number, node: PhrasingContent): boolean {
    node.position = { start: this.#place(this.#at), end: this.#place(end) }
    this.#inner.children.push(node)
    this.#at = end
    return true
  }

  #place(at: number): Point {
    return this.#places.at(this.#from + at)
  }
}
