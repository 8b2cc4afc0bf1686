import type { Nodes, RootContent } from 'mdast'
import type { SourceRange } from '../tree/container-marks.ts'
import type { KnownLabel } from './read-options.ts'
import type { ReadOptions } from './read-options.ts'
import { looseLabel } from '../scan/labels.ts'
import { isUnread } from '../scan/plain-blocks.ts'

/** Front matter, a chunk with a heading after it, or the end of the document. */
export type ChunkPlace = 'header' | 'inner' | 'last'

/** Which constructs are read. */
export type Constructs = Pick<ReadOptions, 'noteSyntax' | 'definitionLists'>

/** A chunk as it was read, at the place where it stood last. */
export interface Chunk {
  /** Its text, cut as `cutChunks` cuts it: into more than one where a block runs on over a cut. */
  pieces: string[]
  place: ChunkPlace
  children: RootContent[]
  marks: SourceRange[]
  /** Where the nodes believe their chunk begins: UTF-16 offset, and line from 0. */
  offset: number
  line: number
  length: number
  lineCount: number
  /** Link and footnote definitions in it. */
  defines: Set<KnownLabel>
  /** Labels that references in it may use; an upper bound. Looked for when first asked. */
  mentions?: Set<string>
  /** Definitions of other chunks that it was parsed with, a line each. */
  given: string
  isScanned: boolean
  /** Of a scanned one: whether definitions elsewhere may change what was read of it at once. */
  heedsLabels: boolean
  /** Whether any of its plain blocks has its tree. */
  isRead: boolean
}

/** Definitions by what is left of their label without blanks. */
export type Labels = Map<string, Set<KnownLabel>>

/** What some chunks define. */
export function labelsOf(chunks: Chunk[]): Labels {
  const labels: Labels = new Map()
  for (const { defines } of chunks) {
    for (const label of defines) {
      const loose = looseLabel(label.replace(/^:/, ''))
      const known = labels.get(loose)
      if (known) known.add(label)
      else labels.set(loose, new Set([label]))
    }
  }
  return labels
}

/** The definitions, of some, that a chunk mentions and does not hold. */
export function givenOf(chunk: Chunk, labels: Labels): string {
  if (labels.size === 0 || chunk.place === 'header') return ''
  chunk.mentions ??= mentionedLabels(chunk.pieces.join(''))
  const given: KnownLabel[] = []
  for (const mentioned of chunk.mentions) {
    for (const label of labels.get(mentioned) ?? [])
      if (!chunk.defines.has(label)) given.push(label)
  }
  return given.sort().join('\n')
}

/** Says of chunks that were parsed together which definitions of the others they were given. */
export function shareGiven(chunks: Chunk[]): void {
  const labels = labelsOf(chunks)
  if (labels.size === 0) return
  for (const chunk of chunks) {
    const given = new Set([...labelsIn(chunk.given), ...labelsIn(givenOf(chunk, labels))])
    chunk.given = [...given].sort().join('\n')
  }
}

/** The labels in `Chunk.given`. */
export function labelsIn(given: string): KnownLabel[] {
  return given === '' ? [] : given.split('\n')
}

/** Whether a definition is none of a footnote. */
export function isOfLink(label: KnownLabel): boolean {
  return label.startsWith(':')
}

/** Adds what a node and those below it define. */
export function collectLabels(node: Nodes, defines: Set<KnownLabel>): void {
  if (node.type === 'definition') defines.add(`:${node.identifier}`)
  else if (node.type === 'footnoteDefinition') defines.add(`^${node.identifier}`)
  if ('children' in node) for (const child of node.children) collectLabels(child, defines)
}

/** Shifts all places in a chunk's trees. */
export function moveTo(chunk: Chunk, offset: number, line: number): void {
  const by = { offset: offset - chunk.offset, line: line - chunk.line }
  if (by.offset === 0 && by.line === 0) return
  for (const child of chunk.children) {
    shiftAll(child, by)
  }
  for (const mark of chunk.marks) {
    mark.start += by.offset
    mark.end += by.offset
  }
  chunk.offset = offset
  chunk.line = line
}

/** Shifts a node and all below it that is read. */
export function shiftAll(node: Nodes, by: { offset: number; line: number }): void {
  shift(node, by)
  if ('children' in node && !isUnread(node)) for (const child of node.children) shiftAll(child, by)
}

function shift({ position }: Nodes, by: { offset: number; line: number }): void {
  if (!position) return
  for (const point of [position.start, position.end]) {
    point.line += by.line
    if (point.offset !== undefined) point.offset += by.offset
  }
}

function mentionedLabels(text: string): Set<string> {
  const labels = new Set<string>()
  for (const [, label] of text.matchAll(/\[((?:[^\\[\]]|\\[\s\S])+)(?=\])/g)) {
    if (label !== undefined && label.length < 2000) labels.add(looseLabel(label))
  }
  return labels
}

export function countLines(text: string): number {
  if (text.includes('\r')) return text.match(/\r\n|\n|\r/g)?.length ?? 0
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
