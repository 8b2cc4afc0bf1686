import type { Blockquote, List, Paragraph, RootContent, Table } from 'mdast'
import type { Point, Position } from 'unist'
import type { SourceRange } from '../tree/container-marks.ts'
import { tagForm } from '../tags.ts'
import { identifierOf } from './definition.ts'
import { makePlain, type BlockReader } from './plain-blocks.ts'
import type { Block } from './part.ts'

/** The node of a block that was scanned in a text, as the parser would make it. */
export function blockNode(text: string, block: Block, reader: BlockReader): RootContent {
  const { start, end, line } = block
  const lastLine = 'endLine' in block ? block.endLine : line
  const position = { start: pointAt(text, start, line), end: pointAt(text, end, lastLine) }
  switch (block.kind) {
    case 'thematicBreak':
      return { type: 'thematicBreak', position }
    case 'code': {
      const { lang, meta, value } = block
      return { type: 'code', lang, meta, value, position }
    }
    case 'html':
      return { type: 'html', value: block.value, position }
    case 'heading': {
      const { depth, children } = block
      return { type: 'heading', depth, children, position }
    }
    case 'words':
      return { type: 'paragraph', children: block.children, position }
    case 'outline': {
      const { value, data } = block
      return { type: 'html', value, ...(data && { data }), position }
    }
    case 'tagBlock':
      return { type: 'tagBlock', value: block.value, ...tagForm(block.value), position }
    case 'math':
      return { type: 'math', value: block.value, position }
    case 'definition': {
      const { label, url } = block
      const identifier = identifierOf(label)
      return { type: 'definition', identifier, label, title: null, url, position }
    }
    case 'footnote': {
      const { label, words, children } = block
      const identifier = identifierOf(label)
      const inside = { start: pointAt(text, words, line), end: pointAt(text, end, line) }
      const paragraph: Paragraph = { type: 'paragraph', children, position: inside }
      return { type: 'footnoteDefinition', identifier, label, children: [paragraph], position }
    }
    case 'paragraph':
      return unreadParagraph(position, reader, block.comments)
    case 'list':
      return makePlain<List>(
        { type: 'list', position },
        ['ordered', 'start', 'spread', 'children'],
        reader,
        block.comments,
        block.fences
      )
    case 'items':
      return block.list
    case 'quote':
      return block.quote
    case 'blockquote':
      return makePlain<Blockquote>(
        { type: 'blockquote', position },
        ['children'],
        reader,
        block.comments
      )
    case 'table':
      return makePlain<Table>({ type: 'table', position }, ['align', 'children'], reader)
  }
}

/** A plain paragraph, whose children are read when somebody first asks. */
export function unreadParagraph(
  position: Position,
  reader: BlockReader,
  comments?: readonly SourceRange[]
): Paragraph {
  return makePlain<Paragraph>({ type: 'paragraph', position }, ['children'], reader, comments)
}

function pointAt(text: string, offset: number, line: number): Point {
  const column = offset - text.lastIndexOf('\n', offset - 1)
  return { line: line + 1, column, offset }
}
