import type { Nodes, RootContent } from 'mdast'
import { labelsIn, shiftAll, type Chunk, type Constructs } from './chunk.ts'
import type { KnownLabel } from './read-options.ts'
import { readRuns } from './read-runs.ts'
import { inlineNodes } from '../scan/inline.ts'
import { looseLabel, type IsDefined } from '../scan/labels.ts'
import { listTree } from '../scan/list-tree.ts'
import { quoteTree } from '../scan/quote.ts'
import { tableTree } from '../scan/table-tree.ts'
import type { Run } from '../scan/part.ts'
import { givePlain, isUnread, readerOf, type BlockReader } from '../scan/plain-blocks.ts'
import { offsets } from '../tag-places.ts'

/** Where plain blocks belong, and what reads them; with those of a list, the list they stand in behind the marks of items. */
export class Home implements BlockReader {
  readonly chunk: Chunk
  readonly constructs: Constructs
  readonly list: RootContent | undefined

  constructor(chunk: Chunk, constructs: Constructs, list?: RootContent) {
    this.chunk = chunk
    this.constructs = constructs
    this.list = list
  }

  /** Gives a plain block its tree; where that takes the parser, all those among which it stands. */
  read(block: RootContent): void {
    if (withoutParser(unread(block)).length === 0) return
    const among = this.list ? [this.list] : this.chunk.children
    withoutParser(unreadIn(among))
    // Lists that were opened hold more.
    parsePlain(withoutParser(unreadIn(among)), labelsOfUnread(this.chunk), this.constructs)
  }
}

/** A plain block that has no tree yet. */
interface Unread {
  block: RootContent
  home: Home
}

/**
 * Gives some plain blocks of a document their trees, and no others of their chunks. Where that needs no parser,
 * lists get their items alone: the words in them are read when somebody asks for these.
 */
export function readOnly(blocks: readonly RootContent[]): void {
  const rest = withoutParser(blocks.flatMap(unread))
  for (let at = 0; at < rest.length; at += mostAtOnce) {
    const some = rest.slice(at, at + mostAtOnce)
    // What one chunk does not mention is nothing to it.
    const labels = new Set([...new Set(some.map(({ home }) => home.chunk))].flatMap(labelsOfUnread))
    if (some[0]) parsePlain(some, [...labels], some[0].home.constructs)
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
  const home = readerOf(block)
  return home instanceof Home ? [{ block, home }] : []
}

function labelsOfUnread(chunk: Chunk): KnownLabel[] {
  return [...labelsIn(chunk.given), ...chunk.defines]
}

/** Makes the trees of those lists, tables, quotes and paragraphs that need no parser, and gives all other blocks. */
function withoutParser(blocks: Unread[]): Unread[] {
  return blocks.filter((one) => {
    switch (one.block.type) {
      case 'list':
        return !openList(one)
      case 'table':
        return !readCells(one)
      case 'blockquote':
        return !readQuote(one)
      case 'paragraph':
        return !readWords(one)
      default:
        return true
    }
  })
}

function readCells({ block, home: { chunk } }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const tree = tableTree(piece, stretch, { isDefined: definedIn(chunk), noteLinks: false })
  if (tree) giveTree(block, tree, chunk)
  return tree !== undefined
}

function readQuote({ block, home: { chunk, constructs } }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const { noteSyntax = true } = constructs
  const surroundings = { isDefined: definedIn(chunk), noteLinks: false, noteSyntax }
  const tree = quoteTree(piece, stretch, surroundings)
  if (tree) giveTree(block, tree.quote, chunk)
  return tree !== undefined
}

function readWords({ block, home: { chunk } }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const children = inlineNodes(piece, stretch, { isDefined: definedIn(chunk), noteLinks: false })
  if (children) giveTree(block, { type: 'paragraph', children }, chunk)
  return children !== undefined
}

/** Tells which labels are defined to a chunk; what was read then counts on it. */
function definedIn(chunk: Chunk): IsDefined {
  return (label) => {
    chunk.isRead = true
    return looseLabelsOf(chunk).has(looseLabel(label))
  }
}

interface KnownLabels {
  given: string
  /** How many definitions the chunk held: it only gets more. */
  count: number
  loose: Set<string>
}

const knownLabels = new WeakMap<Chunk, KnownLabels>()

/** All labels that are defined to a chunk, made once: each block of it may ask. */
function looseLabelsOf(chunk: Chunk): Set<string> {
  const { given, defines } = chunk
  const known = knownLabels.get(chunk)
  if (known?.given === given && known.count === defines.size) return known.loose
  const labels = [...labelsIn(given), ...defines]
  const loose = new Set(labels.map((label) => looseLabel(label.slice(1))))
  knownLabels.set(chunk, { given, count: defines.size, loose })
  return loose
}

function openList({ block, home: { chunk, constructs } }: Unread): boolean {
  const { piece, ...stretch } = stretchOf(block, chunk)
  const tree = listTree(piece, stretch, new Home(chunk, constructs, block))
  if (tree) giveTree(block, tree, chunk)
  return tree !== undefined
}

/** Where a block stands in its piece: offsets, and line from 0. */
function stretchOf(block: RootContent, { pieces: [piece = ''], offset, line }: Chunk) {
  const { start, end } = offsets(block)
  const first = (block.position?.start.line ?? 1) - 1
  return { piece, start: start - offset, end: end - offset, line: first - line }
}

function parsePlain(blocks: Unread[], labels: readonly KnownLabel[], constructs: Constructs): void {
  const runs = blocks.map(({ block, home }) => {
    const { piece, start, end, line } = stretchOf(block, home.chunk)
    const from = standsWithin(block, home) ? start : piece.lastIndexOf('\n', start - 1) + 1
    const run: Run = { kind: 'run', start: from, end, line }
    return { piece, run, isOpen: false }
  })
  const read = readRuns(runs, labels.join('\n'), constructs)
  for (const [at, { block, home }] of blocks.entries()) {
    const [tree] = read?.[at]?.nodes ?? []
    if (tree?.type !== block.type) throw new Error('A block that was scanned is none')
    if (standsWithin(block, home)) indent(tree, (block.position?.start.column ?? 1) - 1)
    giveTree(block, tree, home.chunk)
    home.chunk.isRead = true
  }
}

/** Lets a block be the root of a tree, whose places count within its chunk. */
function giveTree(block: RootContent, tree: RootContent, chunk: Chunk): void {
  if (!('children' in tree)) throw new Error('A block that was scanned holds nothing')
  for (const node of tree.children) shiftAll(node, { offset: chunk.offset, line: chunk.line })
  givePlain(block, tree)
}

/** Whether a mark, or the end of a comment, may stand before a block on its first line. */
function standsWithin({ type }: RootContent, { list }: Home): boolean {
  return list !== undefined || type === 'paragraph'
}

/** Moves what stands on the first line to the right. */
function indent(node: Nodes, by: number): void {
  const line = node.position?.start.line
  visit(node)

  function visit(one: Nodes): void {
    for (const point of one.position ? [one.position.start, one.position.end] : []) {
      if (point.line === line) point.column += by
    }
    if ('children' in one) one.children.forEach(visit)
  }
}
