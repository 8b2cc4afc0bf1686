import type { Nodes, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { SourceRange } from './container-marks.ts'
import { firstFrom } from './first-from.ts'
import type { ReadOptions } from './read-options.ts'
import { parseBlocks } from './parse.ts'
import { offsets } from './tag-places.ts'

/** Front matter, a chunk with a heading after it, or the end of the document. */
export type ChunkPlace = 'header' | 'inner' | 'last'

/** A chunk as it was parsed, at the place where it stood last. */
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
  /** Link and footnote definitions in it, as Markdown that defines the same. */
  defines: Set<string>
  /** Labels that references in it may use; an upper bound. */
  mentions: Set<string>
  /** Definitions of other chunks that it was parsed with. */
  given: string
}

/** Which constructs are read. */
export type Constructs = Pick<ReadOptions, 'noteSyntax' | 'definitionLists'>

/** Definitions, as Markdown, by what is left of their label without blanks. */
export type Labels = Map<string, Set<string>>

/** What some chunks define. */
export function labelsOf(chunks: Chunk[]): Labels {
  const labels: Labels = new Map()
  for (const { defines } of chunks) {
    for (const source of defines) {
      const label = looseLabel(source.slice(1, source.lastIndexOf(']:')))
      const known = labels.get(label)
      if (known) known.add(source)
      else labels.set(label, new Set([source]))
    }
  }
  return labels
}

/** The definitions, of some, that a chunk mentions and does not hold. */
export function givenOf({ mentions, defines }: Chunk, labels: Labels): string {
  const given: string[] = []
  for (const label of mentions) {
    for (const source of labels.get(label) ?? []) if (!defines.has(source)) given.push(source)
  }
  return given.sort().join('')
}

/**
 * Parses some pieces in a row, as they read within their document: after definitions from elsewhere
 * and before the next heading, both of which are taken out of the tree again. Together they cost
 * less than one by one. Gives a chunk for each piece, or for several that one block reaches over;
 * `runsOn` says that the last one takes in what follows, too.
 */
export function readChunks(
  pieces: string[],
  place: ChunkPlace,
  given: string,
  constructs: Constructs
): { chunks: Chunk[]; runsOn: boolean } {
  // A line that no footnote takes in parts the definitions from indented text.
  const before = given && `${given}***\n\n`
  const next = place === 'inner' ? '#' : ''
  const text = pieces.join('')
  // What is no comment for want of an end would be one with it: nothing is cut behind that.
  let firstOpen = Infinity
  const { root, marks } = parseBlocks(before + text + next, {
    ...constructs,
    withFrontMatter: place === 'header',
    isPiece: place === 'inner',
    meetOpen: (at) => {
      firstOpen = Math.min(firstOpen, at)
    }
  })
  const headings = new Set<number>()
  for (const node of root.children) if (node.type === 'heading') headings.add(offsets(node).start)

  const chunks: Chunk[] = []
  let offset = before.length
  let line = countLines(before)
  let [child, mark] = [firstFrom(root.children.map(offsets), offset), firstFrom(marks, offset)]
  for (let at = 0; at < pieces.length;) {
    const own: string[] = []
    let end = offset
    do {
      const piece = pieces[at++] ?? ''
      own.push(piece)
      end += piece.length
    } while (at < pieces.length && (firstOpen < end || !headings.has(end)))
    const source = own.join('')
    const chunk: Chunk = {
      pieces: own,
      place: at < pieces.length ? 'inner' : place,
      children: [],
      marks: [],
      offset,
      line,
      length: source.length,
      lineCount: countLines(source),
      defines: new Set(),
      mentions: place === 'header' ? new Set() : mentionedLabels(source),
      given
    }
    for (
      let node = root.children[child];
      node && isBefore(node, end);
      node = root.children[child]
    ) {
      chunk.children.push(node)
      collectDefinitions(node, chunk.defines)
      child++
    }
    for (let one = marks[mark]; one && one.start < end; one = marks[mark]) {
      chunk.marks.push(one)
      mark++
    }
    chunks.push(chunk)
    offset = end
    line += chunk.lineCount
  }
  return { chunks, runsOn: next !== '' && !headings.has(offset) }
}

function isBefore(node: RootContent, end: number): boolean {
  return offsets(node).start < end
}

function collectDefinitions(node: Nodes, defines: Set<string>): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') {
    const sign = node.type === 'definition' ? '' : '^'
    defines.add(`[${sign}${node.identifier}]: x\n\n`)
  }
  if ('children' in node) for (const child of node.children) collectDefinitions(child, defines)
}

function mentionedLabels(text: string): Set<string> {
  const labels = new Set<string>()
  for (const [, label] of text.matchAll(/\[((?:[^\\[\]]|\\[\s\S])+)(?=\])/g)) {
    if (label !== undefined && label.length < 2000) labels.add(looseLabel(label))
  }
  return labels
}

/** A label without blanks and quote marks: within a container, lines of a label may hold both. */
function looseLabel(label: string): string {
  return normalizeIdentifier(label).replace(/[\s>]+/g, '')
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
