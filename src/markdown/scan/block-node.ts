import type { RootContent } from 'mdast'
import type { Point } from 'unist'
import { markPlain } from './plain-blocks.ts'
import type { Block } from './part.ts'

/** Gives the children of a plain block when somebody first asks for them. */
export type ReadChildren = (block: RootContent) => RootContent[]

/** The node of a block that was scanned in a text, as the parser would make it. */
export function blockNode(text: string, block: Block, read: ReadChildren): RootContent {
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
    case 'heading': {
      const { depth, words } = block
      const children: { type: 'text'; value: string; position: typeof position }[] = []
      if (words.end > words.start) {
        children.push({
          type: 'text',
          value: text.slice(words.start, words.end),
          position: { start: pointAt(text, words.start, line), end: pointAt(text, words.end, line) }
        })
      }
      return { type: 'heading', depth, children, position }
    }
    case 'paragraph':
      return unreadNode({ type: 'paragraph', children: [], position }, read)
  }
}

/** Reads the children of a node once they are asked for. */
function unreadNode<T extends RootContent & { children: RootContent[] }>(
  node: T,
  read: ReadChildren
): T {
  Object.defineProperty(node, 'children', {
    enumerable: true,
    configurable: true,
    get: () => read(node)
  })
  markPlain(node)
  return node
}

function pointAt(text: string, offset: number, line: number): Point {
  const column = offset - text.lastIndexOf('\n', offset - 1)
  return { line: line + 1, column, offset }
}
