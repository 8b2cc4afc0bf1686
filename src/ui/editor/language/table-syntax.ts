import { Table, type BlockParser, type MarkdownConfig } from '@lezer/markdown'
import { isContained } from './is-contained.ts'

const plain = Table.parseBlock?.[0]

/**
 * GFM's tables end before indented code, and begin in no line that has left its container; Lezer's
 * would take the one for a row and the other for a header.
 */
const table: BlockParser = {
  ...plain,
  name: 'Table',
  leaf(context, leaf) {
    const parser = plain?.leaf?.(context, leaf) ?? null
    if (!parser) return null
    const nextLine = parser.nextLine.bind(parser)
    parser.nextLine = (context, line, leaf) =>
      (line.indent >= line.baseIndent + 4 && parser.finish(context, leaf)) ||
      nextLine(context, line, leaf)
    return parser
  },
  endLeaf: (context, line, leaf) =>
    isContained(context, line) && (plain?.endLeaf?.(context, line, leaf) ?? false)
}

export const tableSyntax: MarkdownConfig = { ...Table, parseBlock: [table] }
