import {
  InlineContext,
  type BlockParser,
  type MarkdownConfig,
  type MarkdownParser
} from '@lezer/markdown'

/** As deep as quotes and lists are read, in blocks: what is nested deeper is one piece of text. */
const deepest = 50
/** As much of one paragraph is read at a time, in UTF-16 units; in one line, the rest is plain text. */
const longestRun = 10_000
/** So many marks may wait for those that close them; the ones before are let go then. */
const mostWaiting = 300

type Parse = (context: InlineContext, next: number, at: number) => number

/** What Lezer has and tells nobody. */
interface Internals {
  inlineParsers: (Parse | undefined)[]
  parseInline: MarkdownParser['parseInline']
}
type Context = InlineContext & {
  parts: unknown[]
  resolveMarkers(from: number): ReturnType<MarkdownParser['parseInline']>
}
const Context = InlineContext as unknown as new (
  parser: MarkdownParser,
  text: string,
  offset: number
) => Context

/** Takes a line that is nested too deep as it is, so that no tree becomes too deep to walk. */
const tooDeep: BlockParser = {
  name: 'TooDeep',
  before: 'LinkReference',
  parse(context, line) {
    if (context.depth <= deepest) return false
    const from = context.lineStart + line.pos
    context.nextLine()
    context.addElement(context.elt('Paragraph', from, context.prevLineEnd()))
    return true
  },
  /** A paragraph is read in one go: one that is too long goes on in another. */
  endLeaf: (_context, _line, leaf) => leaf.content.length > longestRun
}

export const boundedBlocks: MarkdownConfig = { parseBlock: [tooDeep] }

/**
 * A parser that reads no stretch of text in more than a few milliseconds, whatever it holds. Lezer reads block after block,
 * so that somebody can type meanwhile, but each paragraph in one go, and some in time that grows as its square.
 */
export function bounded(parser: MarkdownParser): MarkdownParser {
  const { inlineParsers } = parser as unknown as Internals
  const readers = inlineParsers.filter((reader) => reader !== undefined)
  const parseInline: MarkdownParser['parseInline'] = (text, offset) => {
    const shown = text.slice(0, longestRun)
    const elements: ReturnType<MarkdownParser['parseInline']> = []
    let context = new Context(parser, shown, offset)
    for (let at = offset; at < offset + shown.length;) {
      at = stepOf(readers, context, at)
      if (context.parts.length <= mostWaiting) continue
      for (const one of context.resolveMarkers(0)) elements.push(one)
      context = new Context(parser, shown, offset)
    }
    return [...elements, ...context.resolveMarkers(0)]
  }
  return Object.assign(parser, { parseInline })
}

/** Where reading goes on behind a place. */
function stepOf(readers: Parse[], context: InlineContext, at: number): number {
  const next = context.char(at)
  for (const reader of readers) {
    const end = reader(context, next, at)
    if (end >= 0) return end
  }
  return at + 1
}
