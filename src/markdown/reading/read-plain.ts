import type { Nodes, RootContent } from 'mdast'
import { isUnread, labelsIn, shiftAll, type Chunk, type Constructs } from './chunk.ts'
import { readRuns } from './read-runs.ts'
import { inlineNodes } from '../scan/inline.ts'
import { listTree } from '../scan/list-tree.ts'
import type { Run } from '../scan/part.ts'
import { offsets } from '../tag-places.ts'

/** Where a plain block belongs. */
interface Home {
  chunk: Chunk
  constructs: Constructs
  /** It stands in a line behind the mark of an item. */
  isInList?: boolean
}

const homes = new WeakMap<RootContent, Home>()

/** Says so of a plain block, before it is read. */
export function settle(block: RootContent, home: Home): void {
  homes.set(block, home)
}

/** A plain block that has no tree yet. */
interface Unread extends Home {
  block: RootContent
}

/** Gives a plain block of a chunk its tree; where that takes the parser, all those among which it stands. */
export function readBlock(
  block: RootContent,
  { chunk, constructs }: Home,
  among: readonly RootContent[] = chunk.children
): void {
  if (withoutParser(unread(block)).length === 0) return
  withoutParser(unreadIn(among))
  // Lists that were opened hold more.
  parsePlain(withoutParser(unreadIn(among)), labelsOfUnread(chunk), constructs)
}

/**
 * Gives some plain blocks of a document their trees, and no others of their chunks. Where that needs no parser,
 * lists get their items alone: the words in them are read when somebody asks for these.
 */
export function readOnly(blocks: readonly RootContent[]): void {
  const groups = new Map<string, Unread[]>()
  for (const one of withoutParser(blocks.flatMap(unread))) {
    const labels = labelsOfUnread(one.chunk)
    const group = groups.get(labels)
    if (group) group.push(one)
    else groups.set(labels, [one])
  }
  for (const [labels, group] of groups) {
    for (let at = 0; at < group.length; at += mostAtOnce) {
      const some = group.slice(at, at + mostAtOnce)
      if (some[0]) parsePlain(some, labels, some[0].constructs)
    }
  }
}

/** With far more the parser grows slow. */
const mostAtOnce = 40

/** The plain blocks without a tree among some blocks, and in lists that have one. */
function unreadIn(blocks: readonly RootContent[]): Unread[] {
  return blocks.flatMap((block) => {
    if (isUnread(block)) return unread(block)
    return block.type === 'list' ? block.children.flatMap(({ children }) => unreadIn(children)) : []
  })
}

function unread(block: RootContent): Unread[] {
  const home = isUnread(block) ? homes.get(block) : undefined
  return home ? [{ ...home, block }] : []
}

function labelsOfUnread(chunk: Chunk): string {
  return [...labelsIn(chunk.given), ...chunk.defines].join('\n')
}

/** Makes the trees of those lists and paragraphs that need no parser, and gives all other blocks. */
function withoutParser(blocks: Unread[]): Unread[] {
  return blocks.filter((one) => {
    if (one.block.type === 'list') return !openList(one)
    return one.block.type !== 'paragraph' || !readWords(one)
  })
}

function readWords({ block, chunk }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const children = inlineNodes(piece, stretch)
  if (children) giveTree(block, { type: 'paragraph', children }, chunk)
  return children !== undefined
}

function openList({ block, chunk, constructs }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const tree = listTree(piece, stretch, (words) => {
    readBlock(words, { chunk, constructs }, [block])
  })
  if (!tree) return false
  giveTree(block, tree, chunk)
  for (const paragraph of leavesOf(tree)) settle(paragraph, { chunk, constructs, isInList: true })
  return true
}

/** What stands in the items of a list and those below it. */
function leavesOf(node: Nodes): RootContent[] {
  if (node.type === 'paragraph') return [node]
  return 'children' in node ? node.children.flatMap(leavesOf) : []
}

/** Where a block stands in its piece: offsets, and line from 0. */
function stretchOf(block: RootContent, { pieces: [piece = ''], offset, line }: Chunk) {
  const { start, end } = offsets(block)
  const first = (block.position?.start.line ?? 1) - 1
  return { piece, start: start - offset, end: end - offset, line: first - line }
}

function parsePlain(blocks: Unread[], labels: string, constructs: Constructs): void {
  const runs = blocks.map(({ block, chunk, isInList }) => {
    const { piece, start, end, line } = stretchOf(block, chunk)
    const from = isInList ? start : piece.lastIndexOf('\n', start - 1) + 1
    const run: Run = { kind: 'run', start: from, end, line }
    return { piece, run, isOpen: false }
  })
  const read = readRuns(runs, labels, constructs)
  for (const [at, { block, chunk, isInList }] of blocks.entries()) {
    const [tree] = read?.[at]?.nodes ?? []
    if (tree?.type !== block.type) throw new Error('A block that was scanned is none')
    if (isInList) indent(tree, (block.position?.start.column ?? 1) - 1)
    giveTree(block, tree, chunk)
    chunk.isRead = true
  }
}

/** Lets a block be the root of a tree, whose places count within its chunk. */
function giveTree(block: RootContent, tree: RootContent, chunk: Chunk): void {
  if (!('children' in tree)) throw new Error('A block that was scanned holds nothing')
  for (const node of tree.children) shiftAll(node, { offset: chunk.offset, line: chunk.line })
  const fields = Object.getOwnPropertyDescriptors(tree)
  delete fields.position
  Object.defineProperties(block, fields)
}

/** Moves what stands on one line to the right. */
function indent(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.column += by
    node.position.end.column += by
  }
  if ('children' in node) for (const child of node.children) indent(child, by)
}
