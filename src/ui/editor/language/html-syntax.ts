import type { BlockParser, Line, MarkdownConfig } from '@lezer/markdown'
import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'
import { isContained } from './is-contained.ts'

const blockTag = /^<\/?([a-z][a-z\d-]*)(?:\s|\/?>|$)/i
const wholeTag =
  /^<(?:\/[a-z][\w-]*\s*|[a-z][\w-]*(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>\s*$/i

/**
 * HTML that a blank line ends. Lezer's own does not see a blank line inside a quote, nor tags that
 * close themselves.
 */
const htmlUntilBlank: BlockParser = {
  name: 'HtmlUntilBlank',
  before: 'HTMLBlock',
  parse(context, line) {
    if (line.indent >= line.baseIndent + 4 || !opensHtml(line)) return false
    const from = context.lineStart + line.pos
    let to = context.lineStart + line.text.length
    while (context.nextLine() && isContained(context, line) && line.pos < line.text.length) {
      to = context.lineStart + line.text.length
    }
    context.addElement(context.elt('HTMLBlock', from, to))
    return true
  }
}

function opensHtml(line: Line): boolean {
  const text = line.text.slice(line.pos)
  const name = blockTag.exec(text)?.[1]?.toLowerCase()
  if (name === undefined || htmlRawNames.includes(name)) return false
  return htmlBlockNames.includes(name) || wholeTag.test(text)
}

export const htmlSyntax: MarkdownConfig = { parseBlock: [htmlUntilBlank] }
