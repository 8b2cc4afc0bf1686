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

/** Parses some runs, each with an empty heading behind it that shows that all is closed there. */
function readRuns(
  runs: { piece: string; run: Run; isOpen: boolean }[],
  given: string,
  constructs: Constructs
): ReadRun[] | undefined {
  if (runs.length === 0) return []
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
    readPlain(chunk, chunk.children.filter(isUnread), constructs)
  }
  let next = 0
  for (const part of parts) {
    if (part.kind !== 'run') {
      const block = blockNode(piece, part, read)
      chunk.children.push(block)
      alone.set(block, () => {
        if (isUnread(block)) readPlain(chunk, [block], constructs)
      })
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

/** Reads a block by itself. */
const alone = new WeakMap<RootContent, () => void>()

/** Gives a plain block its tree, and no other one of its chunk: for who needs few of them. */
export function readAlone(block: RootContent): void {
  alone.get(block)?.()
}

/** Parses plain blocks of a chunk, so that they get their trees. */
function readPlain(chunk: Chunk, blocks: RootContent[], constructs: Constructs): void {
  const [piece = ''] = chunk.pieces
  const runs = blocks.map((child) => {
    const { start, end } = offsets(child)
    const from = piece.lastIndexOf('\n', start - chunk.offset - 1) + 1
    const line = (child.position?.start.line ?? 1) - 1 - chunk.line
    const run: Run = { kind: 'run', start: from, end: end - chunk.offset, line }
    return { piece, run, isOpen: false }
  })
  const labels = [...labelsIn(chunk.given), ...chunk.defines].join('\n')
  const read = readRuns(runs, labels, constructs)
  for (const [at, child] of blocks.entries()) {
    const [tree] = read?.[at]?.nodes ?? []
    if (tree?.type !== child.type || !('children' in tree)) {
      throw new Error('A block that was scanned is none')
    }
    for (const node of tree.children) shiftAll(node, { offset: chunk.offset, line: chunk.line })
    const fields = Object.getOwnPropertyDescriptors(tree)
    delete fields.position
    Object.defineProperties(child, fields)
  }
  chunk.isRead = true
}
