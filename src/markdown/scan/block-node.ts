import type { Blockquote, List, Paragraph, RootContent, Table } from 'mdast'
import type { Point } from 'unist'
import type { SourceRange } from '../tree/container-marks.ts'
import { tagForm } from '../tags.ts'
import { identifierOf } from './definition.ts'
import { markPlain } from './plain-blocks.ts'
import type { Block } from './part.ts'

/** Reads a plain block when somebody first asks for what is in it; afterwards the node holds that itself. */
export type ReadBlock = (block: RootContent) => void

/** The node of a block that was scanned in a text, as the parser would make it. */
export function blockNode(text: string, block: Block, read: ReadBlock): RootContent {
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
      return unreadParagraph(position, read, block.comments)
    case 'list':
      return unreadList(position, read)
    case 'blockquote':
      return unreadQuote(position, read)
    case 'table':
      return unreadTable(position, read)
  }
}

/** A plain paragraph, whose children are read when somebody first asks. */
export function unreadParagraph(
  position: Paragraph['position'] & object,
  read: ReadBlock,
  comments?: readonly SourceRange[]
): Paragraph {
  const node: Paragraph = {
    type: 'paragraph',
    get children() {
      read(node)
      return node.children
    },
    position
  }
  markPlain(node, comments)
  return node
}

function unreadQuote(position: Blockquote['position'] & object, read: ReadBlock): Blockquote {
  const node: Blockquote = {
    type: 'blockquote',
    get children() {
      read(node)
      return node.children
    },
    position
  }
  markPlain(node)
  return node
}

function unreadTable(position: Table['position'] & object, read: ReadBlock): Table {
  const node: Table = {
    type: 'table',
    get align() {
      read(node)
      return node.align
    },
    get children() {
      read(node)
      return node.children
    },
    position
  }
  markPlain(node)
  return node
}

function unreadList(position: List['position'] & object, read: ReadBlock): List {
  const node: List = {
    type: 'list',
    get ordered() {
      read(node)
      return node.ordered
    },
    get start() {
      read(node)
      return node.start
    },
    get spread() {
      read(node)
      return node.spread
    },
    get children() {
      read(node)
      return node.children
    },
    position
  }
  markPlain(node)
  return node
}

function pointAt(text: string, offset: number, line: number): Point {
  const column = offset - text.lastIndexOf('\n', offset - 1)
  return { line: line + 1, column, offset }
}
