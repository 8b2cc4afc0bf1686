import type { BlockContext, BlockParser, InlineParser, Line } from '@lezer/markdown'
import { readsAsTex, texBlocks } from '../../../laegna.ts'
import { isContained } from './is-contained.ts'
import { tagAt } from './tag-at.ts'
import { onceForText, wholeText } from './whole-text.ts'

const backslash = 92

/** Where the blocks of TeX of a text close. */
const blocksOf = onceForText((text) => texBlocks(text.read()))

/** `\[` … `\]` and bare environments (N2): tags in them are literal. */
export const texBlock: BlockParser = {
  name: 'TexBlock',
  before: 'IndentedCode',
  parse(context, line) {
    let left = linesOf(context, line, false)
    if (left === undefined) return false
    const from = context.lineStart + line.pos
    let to = context.lineStart + line.text.length
    while (left-- > 0 && context.nextLine() && isContained(context, line)) {
      to = context.lineStart + line.text.length
    }
    if (left < 0) context.nextLine()
    context.addElement(context.elt('MathBlock', from, to))
    return true
  },
  endLeaf: (context, line) => linesOf(context, line, true) !== undefined
}

/** How many lines after this one a block that opens here has, to the one that closes it. */
function linesOf(context: BlockContext, line: Line, interrupts: boolean): number | undefined {
  if (line.next !== backslash || line.indent >= line.baseIndent + 4) return undefined
  const at = wholeText(context)?.numberAt(context.lineStart) ?? 0
  const offset = context.lineStart + line.pos
  const closing = blocksOf(context)?.closingLine(at, offset, line.basePos, interrupts)
  return closing === undefined ? undefined : closing - at
}

/** `\(…\)` and `\[…\]` in a line of text, where it reads as TeX. */
export const bracketMath: InlineParser = {
  name: 'BracketMath',
  before: 'Escape',
  parse(context, next, at) {
    if (next !== backslash) return -1
    const end = mathEnd(context.text, at - context.offset)
    if (end === undefined) return -1
    return context.addElement(context.elt('InlineMath', at, context.offset + end))
  }
}

function mathEnd(text: string, start: number): number | undefined {
  const bracket = text[start + 1]
  if ((bracket !== '(' && bracket !== '[') || tagAt(text, start + 1)) return undefined
  const closer = bracket === '(' ? ')' : ']'
  for (let at = start + 2; at < text.length; at++) {
    const sign = text[at]
    if (sign === '`' || (sign === '[' && tagAt(text, at))) return undefined
    if (sign !== '\\') continue
    const next = text[++at] ?? ''
    if (next === closer) {
      const content = text.slice(start + 2, at - 1)
      const before = lineBefore(text, start).slice(-1)
      const after = text.slice(at + 1, at + 13)
      return readsAsTex(content, { bracket, before, after }) ? at + 1 : undefined
    }
    if (/[()[\]]/.test(next)) return undefined
    if (next === '`') at--
  }
  return undefined
}

/** What stands before a place in its line; nothing where that is blank. */
function lineBefore(text: string, at: number): string {
  return /[^\n]*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0].trimStart() ?? ''
}
