import { tags } from '@lezer/highlight'
import type { BlockContext, BlockParser, InlineParser, Line, MarkdownConfig } from '@lezer/markdown'
import { commentBlocks } from '../../../laegna.ts'
import { aroundComments } from './around-comments.ts'
import { isContained } from './is-contained.ts'
import { onceForText, wholeText } from './whole-text.ts'

const percent = 37

/** Where the private comments of a text end. */
const blocksOf = onceForText((text) => commentBlocks(text.read(), false))

/** A private comment that begins a line (N2): tags in it are none. */
const commentBlock: BlockParser = {
  name: 'PrivateComment',
  before: 'IndentedCode',
  parse(context, line) {
    if (!opensComment(line)) return false
    const from = context.lineStart + line.pos
    const end = endIn(line, line.pos + 2)
    if (end !== undefined) {
      if (line.text.slice(end).trim() !== '') return false
      context.nextLine()
      context.addElement(context.elt('PrivateComment', from, context.prevLineEnd()))
      return true
    }
    let left = linesOf(context, line)
    if (left === undefined) return false
    let to = context.lineStart + line.text.length
    while (context.nextLine() && isContained(context, line)) {
      to = context.lineStart + line.text.length
      if (--left > 0) continue
      const close = endIn(line, line.pos) ?? line.text.length
      context.addElement(context.elt('PrivateComment', from, context.lineStart + close))
      if (line.text.slice(close).trim() === '') {
        context.nextLine()
        return true
      }
      // What stands behind the end is a paragraph.
      line.moveBase(close)
      return null
    }
    context.addElement(context.elt('PrivateComment', from, to))
    return true
  },
  endLeaf: (context, line) =>
    opensComment(line) &&
    endIn(line, line.pos + 2) === undefined &&
    linesOf(context, line) !== undefined
}

function opensComment(line: Line): boolean {
  return (
    line.next === percent &&
    line.indent < line.baseIndent + 4 &&
    /^%%(?!%)/.test(line.text.slice(line.pos, line.pos + 3))
  )
}

/** Where a comment ends in a line, looked for from a place on. */
function endIn({ text }: Line, from: number): number | undefined {
  const at = text.indexOf('%%', from)
  return at < 0 ? undefined : at + 2
}

/** How many lines after this one a comment that opens here has, to the one that ends it. */
function linesOf(context: BlockContext, line: Line): number | undefined {
  const at = wholeText(context)?.numberAt(context.lineStart) ?? 0
  const closing = blocksOf(context)?.closingLine(at, line.basePos)
  return closing === undefined ? undefined : closing - at
}

/** One within a paragraph. */
const commentText: InlineParser = {
  name: 'PrivateWords',
  before: 'InlineCode',
  parse(context, next, at) {
    if (next !== percent) return -1
    const begin = at - context.offset
    const found = /^%%(?!%)/.test(context.text.slice(begin, begin + 3))
    if (!found || isPartOfMore(context.text, begin)) return -1
    const end = endOf(context.text, begin)
    if (end === undefined) return -1
    return context.addElement(context.elt('PrivateWords', at, context.offset + end))
  }
}

/** Where a comment ends, and others right behind it. */
function endOf(text: string, begin: number): number | undefined {
  let end: number | undefined
  for (let at = begin; /^%%(?!%)/.test(text.slice(at, at + 3)); at = end) {
    const close = text.indexOf('%%', at + 2)
    if (close < 0) break
    end = close + 2
  }
  return end
}

/** A row of such signs, or a percentage: `100%% sure`. */
function isPartOfMore(text: string, at: number): boolean {
  if (text[at - 1] === '%') return text[at - 2] !== '\\'
  return /^\d%%(?:$|[\s!-/:-@[-`{-~])/.test(text.slice(at - 1, at + 3))
}

/** Private comments, so that nothing in them is shown as a tag. */
export const commentSyntax: MarkdownConfig = {
  wrap: aroundComments,
  defineNodes: [
    { name: 'PrivateComment', block: true, style: tags.comment },
    { name: 'PrivateWords', style: tags.comment }
  ],
  parseBlock: [commentBlock],
  parseInline: [commentText]
}
