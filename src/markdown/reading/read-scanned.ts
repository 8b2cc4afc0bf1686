import type { RootContent } from 'mdast'
import {
  collectLabels,
  countLines,
  isUnread,
  labelsIn,
  shareGiven,
  shiftAll,
  type Chunk,
  type ChunkPlace,
  type Constructs
} from './chunk.ts'
import type { SourceRange } from '../tree/container-marks.ts'
import { parseBlocks } from '../parse.ts'
import { blockNode } from '../scan/block-node.ts'
import type { Part, Run } from '../scan/part.ts'
import { offsets } from '../tag-places.ts'

/** A piece of a document that was scanned, to be read. */
export interface ScannedPiece {
  piece: string
  place: ChunkPlace
  parts: Part[]
}

/** Characters in it that only the parser can read. */
export function unsureSize({ parts }: ScannedPiece): number {
  let size = 0
  for (const part of parts) if (part.kind === 'run') size += part.end - part.start + 4
  return size
}

/**
 * Makes a chunk of each piece: the runs in them are parsed together, the plain blocks when somebody asks.
 * Undefined for a piece of which a run reaches over its end.
 */
export function readScanned(
  pieces: ScannedPiece[],
  given: string,
  constructs: Constructs
): (Chunk | undefined)[] {
  const runs = pieces.flatMap(({ piece, place, parts }) =>
    parts
      .filter((part) => part.kind === 'run')
      .map((run) => ({ piece, run, isOpen: place !== 'inner' && run.end === piece.length }))
  )
  const read = readRuns(runs, given, constructs)
  if (!read) {
    if (pieces.length === 1) return [undefined]
    const half = pieces.length >> 1
    return [pieces.slice(0, half), pieces.slice(half)].flatMap((some) =>
      readScanned(some, given, constructs)
    )
  }
  let next = 0
  const chunks = pieces.map((piece) => {
    const count = piece.parts.filter(({ kind }) => kind === 'run').length
    const own = read.slice(next, next + count)
    next += count
    return chunkOf(piece, own, given, constructs)
  })
  shareGiven(chunks)
  return chunks
}

/** What was read of a run. */
interface ReadRun {
  nodes: RootContent[]
  marks: SourceRange[]
}

/** A run, and whether it may be open at its end, as the last of a document may. */
interface RunOf {
  piece: string
  run: Run
  isOpen: boolean
}

/** With more runs the parser grows slow: it goes through all that it has read at each quote that ends. */
const mostTogether = 100

/**
 * Parses runs, as many together as the parser takes well. Where one may define what another uses, it has to see all.
 * Undefined where a run reaches over its end.
 */
function readRuns(runs: RunOf[], given: string, constructs: Constructs): ReadRun[] | undefined {
  if (runs.some(({ piece, run }) => piece.slice(run.start, run.end).includes(']:'))) {
    return readTogether(runs, given, constructs)
  }
  const read: ReadRun[] = []
  for (let at = 0; at < runs.length; at += mostTogether) {
    const some = readTogether(runs.slice(at, at + mostTogether), given, constructs)
    if (!some) return undefined
    read.push(...some)
  }
  return read
}

/** Parses some runs, each with an empty heading behind it that shows that all is closed there. */
function readTogether(runs: RunOf[], given: string, constructs: Constructs): ReadRun[] | undefined {
  let text = ''
  let line = 0
  const places = runs.map(({ piece, run, isOpen }) => {
    const source = piece.slice(run.start, run.end)
    const start = text.length
    const by = { offset: run.start - start, line: run.line - line }
    const behind = isOpen ? '' : source.endsWith('\n') ? '#\n\n' : '\n#\n\n'
    text += source + behind
    line += countLines(source) + behind.split('\n').length - 1
    return { by, end: isOpen ? Infinity : text.length - 3 }
  })
  const { root, marks } = parseBlocks(text, {
    ...constructs,
    labels: labelsIn(given),
    withFrontMatter: false
  })
  const read: ReadRun[] = []
  let [child, mark] = [0, 0]
  for (const { by, end } of places) {
    const run: ReadRun = { nodes: [], marks: [] }
    let node = root.children[child]
    for (; node && offsets(node).start < end; node = root.children[++child]) run.nodes.push(node)
    if (end < Infinity && (node?.type !== 'heading' || offsets(node).start !== end))
      return undefined
    child++
    for (const found of run.nodes) shiftAll(found, by)
    for (let one = marks[mark]; one && one.start < end; one = marks[++mark]) {
      run.marks.push({ start: one.start + by.offset, end: one.end + by.offset })
    }
    read.push(run)
  }
  return read
}

function chunkOf(
  { piece, place, parts }: ScannedPiece,
  runs: ReadRun[],
  given: string,
  constructs: Constructs
): Chunk {
  const chunk: Chunk = {
    pieces: [piece],
    place,
    children: [],
    marks: [],
    offset: 0,
    line: 0,
    length: piece.length,
    lineCount: countLines(piece),
    defines: new Set(),
    given,
    isScanned: true,
    hasRuns: runs.length > 0,
    isRead: false
  }
  const read = (): void => {
    readPlain(
      chunk.children.filter(isUnread).map((block) => ({ block, chunk })),
      labelsOfUnread(chunk),
      constructs
    )
  }
  let next = 0
  for (const part of parts) {
    if (part.kind !== 'run') {
      const block = blockNode(piece, part, read)
      chunk.children.push(block)
      homes.set(block, { chunk, constructs })
      continue
    }
    const { nodes, marks } = runs[next++] ?? { nodes: [], marks: [] }
    const mayDefine = piece.slice(part.start, part.end).includes(']:')
    for (const node of nodes) {
      chunk.children.push(node)
      if (mayDefine) collectLabels(node, chunk.defines)
    }
    for (const mark of marks) chunk.marks.push(mark)
  }
  return chunk
}

/** Where a plain block belongs. */
const homes = new WeakMap<RootContent, { chunk: Chunk; constructs: Constructs }>()

/** Gives some plain blocks of a document their trees, and no others of their chunks. */
export function readOnly(blocks: readonly RootContent[]): void {
  const groups = new Map<string, { unread: Unread[]; constructs: Constructs }>()
  for (const block of blocks) {
    const home = homes.get(block)
    if (!home || !isUnread(block)) continue
    const { chunk, constructs } = home
    const labels = labelsOfUnread(chunk)
    const group = groups.get(labels)
    if (group) group.unread.push({ block, chunk })
    else groups.set(labels, { unread: [{ block, chunk }], constructs })
  }
  for (const [labels, { unread, constructs }] of groups) {
    for (let at = 0; at < unread.length; at += mostAtOnce) {
      readPlain(unread.slice(at, at + mostAtOnce), labels, constructs)
    }
  }
}

/** With far more the parser grows slow. */
const mostAtOnce = 40

/** A plain block that has no tree yet. */
interface Unread {
  block: RootContent
  chunk: Chunk
}

function labelsOfUnread(chunk: Chunk): string {
  return [...labelsIn(chunk.given), ...chunk.defines].join('\n')
}

/** Parses plain blocks, so that they get their trees. */
function readPlain(unread: Unread[], labels: string, constructs: Constructs): void {
  const runs = unread.map(({ block, chunk }) => {
    const [piece = ''] = chunk.pieces
    const { start, end } = offsets(block)
    const from = piece.lastIndexOf('\n', start - chunk.offset - 1) + 1
    const line = (block.position?.start.line ?? 1) - 1 - chunk.line
    const run: Run = { kind: 'run', start: from, end: end - chunk.offset, line }
    return { piece, run, isOpen: false }
  })
  const read = readRuns(runs, labels, constructs)
  for (const [at, { block, chunk }] of unread.entries()) {
    const [tree] = read?.[at]?.nodes ?? []
    if (tree?.type !== block.type || !('children' in tree)) {
      throw new Error('A block that was scanned is none')
    }
    for (const node of tree.children) shiftAll(node, { offset: chunk.offset, line: chunk.line })
    const fields = Object.getOwnPropertyDescriptors(tree)
    delete fields.position
    Object.defineProperties(block, fields)
    chunk.isRead = true
  }
}
