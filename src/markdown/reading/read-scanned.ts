import {
  collectLabels,
  countLines,
  labelsIn,
  shareGiven,
  type Chunk,
  type ChunkPlace,
  type Constructs
} from './chunk.ts'
import { Home } from './read-plain.ts'
import { readRuns, type ReadRun } from './read-runs.ts'
import type { KnownLabel } from './read-options.ts'
import { identifierOf } from '../scan/definition.ts'
import { blockNode } from '../scan/block-node.ts'
import type { DocumentSurroundings } from '../scan/labels.ts'
import type { Part } from '../scan/part.ts'
import { scan } from '../scan/scan.ts'

/** A piece of a document that was scanned, to be read. */
export interface ScannedPiece {
  piece: string
  place: ChunkPlace
  parts: Part[]
  /** Whether words in brackets were judged by what is defined. */
  asksForLabels: boolean
}

/** Scans a piece of a document, of which `surroundings` tells what is around. */
export function scanPiece(
  piece: string,
  place: ChunkPlace,
  surroundings: DocumentSurroundings
): ScannedPiece | undefined {
  let asksForLabels = false
  const isDefined = (label: string): boolean => {
    asksForLabels = true
    return surroundings.isDefined(label)
  }
  const parts = scan(piece, { ...surroundings, isDefined })
  return parts && { piece, place, parts, asksForLabels }
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
  const read = readRuns(runs, [...labelsIn(given), ...definedIn(pieces)].join('\n'), constructs)
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
  // These were read without the parser, so without what the others define.
  for (const [at, { piece, parts }] of pieces.entries()) {
    const chunk = chunks[at]
    if (chunk && holdsNoteLinks(piece, parts)) chunk.given = given
  }
  return chunks
}

/** Blocks whose words are read when they are scanned. */
const kindsWithWords = new Set<Part['kind']>(['words', 'items', 'quote', 'heading'])

/** Whether links to notes were read in a piece, or may be. */
function holdsNoteLinks(piece: string, parts: Part[]): boolean {
  return piece.includes('[[') && parts.some(({ kind }) => kindsWithWords.has(kind))
}

/** What definitions that need no parser define in some pieces: what the parser reads of these may use it. */
function definedIn(pieces: ScannedPiece[]): KnownLabel[] {
  return pieces.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'definition') return [`:${identifierOf(part.label)}`]
      return part.kind === 'footnote' ? [`^${identifierOf(part.label)}`] : []
    })
  )
}

function chunkOf(
  { piece, place, parts, asksForLabels }: ScannedPiece,
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
    heedsLabels: runs.length > 0 || asksForLabels || holdsNoteLinks(piece, parts),
    isRead: false
  }
  const home = new Home(chunk, constructs)
  let next = 0
  for (const part of parts) {
    if (part.kind !== 'run') {
      const block = blockNode(piece, part, home)
      chunk.children.push(block)
      if ('marks' in part) for (const mark of part.marks) chunk.marks.push(mark)
      if (part.kind === 'definition' || part.kind === 'footnote')
        collectLabels(block, chunk.defines)
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
