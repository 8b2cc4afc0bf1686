import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { BlockContent, Blockquote, DefinitionContent, Html } from 'mdast'
import type { Token } from 'micromark-util-types'
import { calloutKind } from './callout-kinds.ts'
import { wordsOf } from './wiki-link-nodes.ts'

declare module 'unist' {
  interface Data {
    /** Lines that Logseq keeps for itself: without them, what stands around them goes on. */
    isOutline?: boolean
    /** `key:: value`, read as HTML that says nothing. */
    property?: { key: string; value: string }
    /** The line with which a quote of Logseq begins: its word, in small letters. */
    quoteBegin?: string
  }
}

/** Tokens of what Logseq adds (N2) → HTML that says nothing, quotes, and links to blocks and notes. */
export const outlineNodes: Extension = {
  enter: {
    outlineProperty: enterLines,
    outlineHidden: enterLines,
    outlineQuoteBegin: enterLines,
    outlineQuoteEnd: enterLines,
    taskMark: enterHidden,
    macroHidden: enterHidden,
    macroEmbed(token) {
      enterLink(this, token, { ...embedTarget(this.sliceSerialize(token)), isEmbed: true })
    },
    blockReference(token) {
      enterLink(this, token, { note: '', part: this.sliceSerialize(token), isEmbed: false })
    },
    macroAddress(token) {
      const url = this.sliceSerialize(token).replace(/^\{\{\w+ +| *\}\}$/g, '')
      this.enter({ type: 'link', url, title: null, children: [wordsOf(token, url)] }, token)
    }
  },
  exit: {
    outlineProperty(token) {
      Object.assign(exitHidden(this, token), outlineNode('property', this.sliceSerialize(token)))
    },
    outlineHidden(token) {
      exitHidden(this, token)
    },
    outlineQuoteBegin(token) {
      const node = exitHidden(this, token)
      const word = this.sliceSerialize(token).trim().slice('#+BEGIN_'.length).toLowerCase()
      node.data = { isOutline: true, quoteBegin: word }
    },
    outlineQuoteEnd: exitQuote,
    taskMark(token) {
      exitHidden(this, token)
    },
    macroHidden(token) {
      exitHidden(this, token)
    },
    macroEmbed: exit,
    macroAddress: exit,
    blockReference: exit
  }
}

/** The node of a line that Logseq keeps for itself, without its place. */
export function outlineNode(kind: 'property' | 'planning', line: string): Html {
  const node: Html = { type: 'html', value: '', data: { isOutline: true } }
  if (kind === 'planning') return node
  const [, key = '', value = ''] = /^(.*?)::[ \t]*(.*)$/.exec(line) ?? []
  node.data = { isOutline: true, property: { key: key.toLowerCase(), value } }
  return node
}

function enterLines(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'html', value: '', data: { isOutline: true } }, token)
  this.buffer()
}

function enterHidden(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'html', value: '' }, token)
  this.buffer()
}

function exitHidden(context: CompileContext, token: Token) {
  context.resume()
  const node = context.stack.at(-1)
  if (node?.type !== 'html') throw new Error('Expected what is hidden')
  context.exit(token)
  return node
}

function enterLink(
  context: CompileContext,
  token: Token,
  target: { note: string; part: string; isEmbed: boolean }
): void {
  const name = target.note || blockName(target.part)
  const isInLink = context.stack.some(({ type }) => type === 'link')
  context.enter(
    { type: 'wikiLink', ...target, name, isInLink, children: [wordsOf(token, name)] },
    token
  )
}

/** What `{{embed …}}` shows: a note, or a block by its reference. */
export function embedTarget(macro: string): { note: string; part: string } {
  const target = macro.replace(/^\{\{embed +|[ \t]*\}\}$/gi, '')
  const isBlock = target.startsWith('((')
  return { note: isBlock ? '' : target.slice(2, -2).trim(), part: isBlock ? target : '' }
}

/** The words for a block that is not found, `((64f0c0de-…))`. */
export function blockName(reference: string): string {
  return `block ${reference.slice(2, 10)}`
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

/** What stands between the two lines, and they themselves, becomes a quote. */
function exitQuote(this: CompileContext, token: Token): undefined {
  exitHidden(this, token)
  const parent = this.stack.at(-1)
  if (!parent || !('children' in parent)) return
  const { children } = parent
  const from = children.findLastIndex(({ data }) => data?.quoteBegin !== undefined)
  const first = children[from]
  const last = children.at(-1)
  const word = first?.data?.quoteBegin
  if (!first?.position || !last?.position || word === undefined) return
  const quote: Blockquote = {
    type: 'blockquote',
    children: children.splice(from) as (BlockContent | DefinitionContent)[],
    position: { start: { ...first.position.start }, end: { ...last.position.end } }
  }
  if (!plainQuotes.has(word)) {
    const shown = word.charAt(0).toUpperCase() + word.slice(1)
    quote.data = { callout: { kind: calloutKind(word), word: shown } }
  }
  children.push(quote as never)
}

const plainQuotes = new Set(['quote', 'center', 'verse'])
