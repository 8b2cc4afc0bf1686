import {
  Autolink,
  InlineContext,
  type InlineParser,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig
} from '@lezer/markdown'
import { foreignPunctuation, type TagKind } from '../../../laegna.ts'
import { isInLinkText } from './in-link-text.ts'
import { nextTag, tagAt } from './tag-at.ts'
import { tagNodes, tagStyles } from './tag-styles.ts'

const bang = 33
const leftBracket = 91
const rightBracket = 93

const kinds = Object.keys(tagNodes) as TagKind[]

/** The tags within inline content (L1.2); tried before links, they win over them (L1.3). */
const tag: InlineParser = {
  name: 'LaegnaTag',
  before: 'Link',
  parse(context, next, at) {
    const found = next === leftBracket ? tagAt(context.text, at - context.offset) : undefined
    if (!found) return -1
    const { kind, source } = found
    const end = at + source.length
    return isInImage(context, end) ? end : context.addElement(context.elt(tagNodes[kind], at, end))
  }
}

/** Whether an image's description goes around a tag that ends here: there it is text. */
function isInImage(context: InlineContext, end: number): boolean {
  return (
    isInLinkText(context, end) && context.findOpeningDelimiter(InlineContext.imageStart) !== null
  )
}

/** An exclamation mark before a tag begins no image. */
const bangBeforeTag: InlineParser = {
  name: 'BangBeforeTag',
  before: 'Image',
  parse: (context, next, at) =>
    next === bang && tagAt(context.text, at + 1 - context.offset) ? at + 1 : -1
}

/** A tag after a label in brackets is not the label of a full reference. */
const labelEndBeforeTag: InlineParser = {
  name: 'LabelEndBeforeTag',
  before: 'LinkEnd',
  parse(context, next, at) {
    if (next !== rightBracket || !tagAt(context.text, at + 1 - context.offset)) return -1
    const link = context.findOpeningDelimiter(InlineContext.linkStart) ?? -1
    const image = context.findOpeningDelimiter(InlineContext.imageStart) ?? -1
    const opener = Math.max(link, image)
    const from = context.getDelimiterAt(opener)?.from
    if (from === undefined) return -1
    const content = context.takeContent(opener)
    return context.addElement(context.elt(link > image ? 'Link' : 'Image', from, at + 1, content))
  }
}

/** Bare web addresses end before a tag, and before punctuation of Chinese, Japanese or Korean, as they do before a blank. */
const autolink: InlineParser = {
  name: 'Autolink',
  parse(context, next, at) {
    webAddress.lastIndex = at - context.offset
    const isWeb = webAddress.test(context.text)
    const text = isWeb
      ? context.text.slice(0, addressEnd(context.text, at - context.offset))
      : context.text
    const shown: InlineContext = isWeb
      ? (Object.create(context, { text: { value: text } }) as InlineContext)
      : context
    return plainAutolink?.parse(shown, next, at) ?? -1
  }
}

function addressEnd(text: string, from: number): number {
  const end = nextTag(text, from)
  const length = text.slice(from, end).search(foreignPunctuation)
  return length < 0 ? end : from + length
}

const webAddress = /www\.|https?:\/\//iy
const plainAutolink = Autolink.parseInline?.[0]

/** Keeps CommonMark's link definitions from a paragraph that begins with a tag (L1.3). */
class NoDefinition implements LeafBlockParser {
  #isDone = false

  nextLine(_context: unknown, _line: Line, leaf: LeafBlock): boolean {
    return this.#guard(leaf)
  }

  finish(_context: unknown, leaf: LeafBlock): boolean {
    return this.#guard(leaf)
  }

  /** The parser of definitions was asked right after this one, and has its turn after it. */
  #guard({ parsers }: LeafBlock): false {
    if (!this.#isDone) parsers.splice(parsers.indexOf(this) + 1, 1)
    this.#isDone = true
    return false
  }
}

/** Highlights the tags as our parser reads them; a test holds one to the other. */
export const tagSyntax: MarkdownConfig = {
  defineNodes: [
    ...kinds.map((kind) => ({ name: tagNodes[kind], style: tagStyles[kind] })),
    { name: 'TagLine', block: true }
  ],
  parseInline: [tag, bangBeforeTag, labelEndBeforeTag, autolink],
  parseBlock: [
    {
      name: 'TagLine',
      before: 'IndentedCode',
      parse(context, line) {
        const found = line.indent < line.baseIndent + 4 ? tagOfLine(line) : undefined
        if (!found) return false
        const from = context.lineStart + line.pos
        const to = from + found.source.length
        const tag = context.elt(tagNodes[found.kind], from, to)
        context.nextLine()
        context.addElement(context.elt('TagLine', from, to, [tag]))
        return true
      },
      endLeaf: (_context, line) => tagOfLine(line) !== undefined
    },
    {
      name: 'NoDefinition',
      before: 'LinkReference',
      leaf: (_context, leaf) => (tagAt(leaf.content, 0) ? new NoDefinition() : null)
    }
  ]
}

/** The tag that is all there is in a line (L1.4). */
function tagOfLine(line: Line): ReturnType<typeof tagAt> {
  if (line.next !== leftBracket) return undefined
  const found = tagAt(line.text, line.pos)
  return found && /^[ \t]*$/.test(line.text.slice(line.pos + found.source.length))
    ? found
    : undefined
}
