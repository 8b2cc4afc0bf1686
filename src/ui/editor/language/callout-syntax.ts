import type { BlockContext, BlockParser, Line } from '@lezer/markdown'

const mark = /\[!(?=[^\]]*[^\s\]])[^[\]]{1,60}\][+-]?(?:[ \t]+|$)/y

/** The first line of a callout (N2): a block of its own, whose title reads on in no other line. */
export const calloutTitle: BlockParser = {
  name: 'CalloutTitle',
  before: 'LinkReference',
  parse(context, line) {
    if (line.indent >= line.baseIndent + 4 || !isFirstInQuote(context, line)) return false
    mark.lastIndex = line.pos
    if (!mark.test(line.text)) return false
    const from = context.lineStart + mark.lastIndex
    const to = context.lineStart + line.text.length
    const words = context.parser.parseInline(line.text.slice(mark.lastIndex), from)
    context.nextLine()
    context.addElement(context.elt('Paragraph', from, to, words))
    return true
  }
}

/** Whether the block quote around a line begins in it: Lezer knows, but tells nobody. */
function isFirstInQuote(context: BlockContext, { pos }: Line): boolean {
  const { block } = context as BlockContext & { block: { from: number; children: unknown[] } }
  const isQuote = context.parentType().name === 'Blockquote'
  // Its sign is the one child.
  return isQuote && block.children.length === 1 && block.from >= context.lineStart && pos > 0
}
