import { tags } from '@lezer/highlight'
import type { BlockContext, BlockParser, Line, MarkdownConfig } from '@lezer/markdown'
import { mayBeginOutline, outlineLines } from '../../../laegna.ts'
import { isContained } from './is-contained.ts'
import { onceForText, wholeText } from './whole-text.ts'

const linesOf = onceForText((text) => outlineLines(text.read()))

/** How many lines Logseq keeps for itself from this one on (N2): they end what stands before. */
function linesFrom(context: BlockContext, line: Line): number {
  // All of the text is looked over only for what looks like such a line.
  if (line.indent >= line.baseIndent + 4 || !mayBeginOutline(line.text)) return 0
  const at = wholeText(context)?.numberAt(context.lineStart) ?? 0
  const found = linesOf(context)?.(at)
  return found ? found.last - at + 1 : 0
}

const outlineBlock: BlockParser = {
  name: 'OutlineLines',
  before: 'IndentedCode',
  parse(context, line) {
    let left = linesFrom(context, line)
    if (left === 0) return false
    const from = context.lineStart + line.pos
    while (context.nextLine() && --left > 0 && isContained(context, line));
    context.addElement(context.elt('OutlineLines', from, context.prevLineEnd()))
    return true
  },
  endLeaf: (context, line) => linesFrom(context, line) > 0
}

/** The lines of Logseq, so that they end a paragraph as they do elsewhere. */
export const outlineSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'OutlineLines', block: true, style: tags.comment }],
  parseBlock: [outlineBlock]
}
