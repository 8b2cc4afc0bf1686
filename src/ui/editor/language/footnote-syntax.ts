import { tags } from '@lezer/highlight'
import type { Line, MarkdownConfig } from '@lezer/markdown'

const label = /^\[\^(?:\\[[\]\\]|[^\s[\]])+\]:[ \t]*/

/** Footnotes, whose definitions hold blocks, and so tags. */
export const footnoteSyntax: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_context, line) {
        if (line.pos === line.text.length) return true
        if (line.indent < line.baseIndent + 4) return false
        line.moveBaseColumn(line.baseIndent + 4)
        return true
      }
    },
    { name: 'FootnoteLabel', style: tags.processingInstruction }
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'IndentedCode',
      parse(context, line) {
        const found = labelOf(line)
        if (found === undefined) return false
        const from = context.lineStart + line.pos
        context.startComposite('FootnoteDefinition', line.pos)
        context.addElement(context.elt('FootnoteLabel', from, from + found.trimEnd().length))
        line.moveBase(line.pos + found.length)
        return null
      },
      endLeaf: (_context, line) => labelOf(line) !== undefined
    }
  ]
}

function labelOf(line: Line): string | undefined {
  return line.indent < line.baseIndent + 4 ? label.exec(line.text.slice(line.pos))?.[0] : undefined
}
