import { tags } from '@lezer/highlight'
import type { BlockContext, BlockParser, InlineParser, Line, MarkdownConfig } from '@lezer/markdown'
import { mathBlocksIn } from '../../../laegna.ts'
import { isContained } from './is-contained.ts'
import { mathEnd, type Passages } from './math-end.ts'
import { onceForText, wholeText } from './whole-text.ts'

const dollar = 36

/** Where the math blocks of a text close. */
const blocksOf = onceForText(mathBlocksIn)

/** A math block as authors write it (L1.6): tags in it are literal. */
const mathBlock: BlockParser = {
  name: 'MathBlock',
  before: 'IndentedCode',
  parse(context, line) {
    let left = linesOf(context, line)
    if (left === undefined) return false
    const from = context.lineStart + line.pos
    let to = context.lineStart + line.text.length
    while (context.nextLine() && isContained(context, line)) {
      to = context.lineStart + line.text.length
      left--
      if (left === 0) {
        context.nextLine()
        break
      }
    }
    context.addElement(context.elt('MathBlock', from, to))
    return true
  },
  endLeaf: (context, line) => linesOf(context, line) !== undefined
}

/** How many lines after this one a block that opens here has, to the one that closes it. */
function linesOf(context: BlockContext, line: Line): number | undefined {
  if (line.next !== dollar || line.indent >= line.baseIndent + 4) return undefined
  const opener = line.text.slice(line.pos)
  if (!/^\$\$(?:\\[\s\S]|\$(?!\$)|[^$\\])*$/.test(opener)) return undefined
  const at = wholeText(context)?.numberAt(context.lineStart) ?? 0
  const closing = blocksOf(context)?.closingLine(at, line.basePos)
  return closing === undefined ? undefined : closing - at
}

/** Inline math (L1.6), in which nothing else is read but `passages`; it never holds a tag. */
export function inlineMath(passages?: Passages): InlineParser {
  return {
    name: 'InlineMath',
    before: 'InlineCode',
    parse(context, next, at) {
      if (next !== dollar) return -1
      const end = mathEnd(context, at - context.offset, passages)
      if (end === undefined) return -1
      return context.addElement(context.elt('InlineMath', at, context.offset + end))
    }
  }
}

/** Math, so that tags in it, and what looks like Markdown, are left alone. */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'MathBlock', block: true, style: tags.monospace },
    { name: 'InlineMath', style: tags.monospace }
  ],
  parseBlock: [mathBlock],
  parseInline: [inlineMath()]
}
