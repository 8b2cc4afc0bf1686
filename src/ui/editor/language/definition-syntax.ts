import { tags } from '@lezer/highlight'
import type { BlockContext, BlockParser, Line, MarkdownConfig } from '@lezer/markdown'
import { definitionIndent, definitionLines, endsSentence } from '../../../laegna.ts'
import { onceForText, wholeText } from './whole-text.ts'

const colon = 58

/** The terms of a text, and the places at which definitions may begin. */
const factsOf = onceForText((text) => ({
  lines: definitionLines(text),
  awaited: new Set<string>()
}))

/** A term of a definition list (N2): a block of its own, which reads on in no other line. */
const term: BlockParser = {
  name: 'DefinitionTerm',
  before: 'LinkReference',
  parse(context, line) {
    const facts = factsOf(context)
    const place = facts?.lines.definitionOf(numberOf(context), line.basePos + 1)
    if (!facts || !place) return false
    facts.awaited.add(`${place.line}:${place.column}`)
    const from = context.lineStart + line.pos
    const words = context.parser.parseInline(line.text.slice(line.pos), from)
    context.nextLine()
    context.addElement(context.elt('Paragraph', from, context.prevLineEnd(), words))
    return true
  },
  endLeaf: (context, line) =>
    !endsSentence(line.text) &&
    factsOf(context)?.lines.definitionOf(numberOf(context), line.basePos + 1) !== undefined
}

/** A definition below it, which holds blocks. */
const definition: BlockParser = {
  name: 'Definition',
  before: 'IndentedCode',
  parse(context, line) {
    const length = markOf(context, line)
    if (length === undefined) return false
    const from = context.lineStart + line.pos
    const column = line.countIndent(line.pos + length, line.pos, line.indent)
    context.startComposite(
      'Definition',
      line.pos,
      Math.min(column - line.baseIndent, definitionIndent)
    )
    context.addElement(context.elt('DefinitionMark', from, from + 1))
    line.moveBase(line.pos + length)
    return null
  },
  endLeaf: (context, line) => markOf(context, line) !== undefined
}

/** How long the mark of a definition is that begins in a line, with the blanks behind it. */
function markOf(context: BlockContext, line: Line): number | undefined {
  if (line.next !== colon || line.indent >= line.baseIndent + 4) return undefined
  const length = /^:[ \t]+(?=\S)/.exec(line.text.slice(line.pos))?.[0].length
  const facts = factsOf(context)
  if (length === undefined || !facts) return undefined
  const number = numberOf(context)
  const column = line.basePos + 1
  if (facts.awaited.has(`${number}:${column}`)) return length
  // What stands above may have been read before.
  const isBelowTerm = [number - 1, number - 2].some(
    (above) => facts.lines.definitionOf(above, column)?.line === number
  )
  return isBelowTerm ? length : undefined
}

function numberOf(context: BlockContext): number {
  return wholeText(context)?.numberAt(context.lineStart) ?? 0
}

/** Definition lists, so that what stands in by blanks is no code. */
export const definitionSyntax: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Definition',
      block: true,
      composite(context, line, width) {
        if (line.pos === line.text.length) return true
        if (line.indent < line.baseIndent + width) {
          // What has left a definition may begin the next one.
          factsOf(context)?.awaited.add(`${numberOf(context)}:${line.basePos + 1}`)
          return false
        }
        line.moveBaseColumn(line.baseIndent + width)
        return true
      }
    },
    { name: 'DefinitionMark', style: tags.processingInstruction }
  ],
  parseBlock: [term, definition]
}
