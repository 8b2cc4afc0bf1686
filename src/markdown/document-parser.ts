import type { Nodes, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { SourceRange } from './container-marks.ts'
import { cutChunks } from './cut-chunks.ts'
import { frontMatterEnd, parse, type Parsed } from './parse.ts'
import { offsets } from './tag-places.ts'

/** Front matter, a chunk with a heading after it, or the end of the document. */
type ChunkPlace = 'header' | 'inner' | 'last'

/** A chunk as it was parsed, at the place where it stood last. */
interface Chunk {
  text: string
  place: ChunkPlace
  /** Whether a block at its end is open still: code or HTML that takes all that follows. */
  runsOn: boolean
  children: RootContent[]
  marks: SourceRange[]
  /** Where the nodes believe their chunk begins: UTF-16 offset, and line from 0. */
  offset: number
  line: number
  lineCount: number
  /** Link and footnote definitions in it, as Markdown by label. */
  defines: Map<string, string>
  /** Labels that references in it may use; an upper bound. */
  mentions: Set<string>
  /** Definitions of other chunks that it was parsed with. */
  given: string
}

/**
 * Parses a document again and again while it changes: chunks with a text seen before keep their
 * trees, which only move. The result always equals that of `parse` on the whole text, whose nodes
 * belong to the next call: read them before.
 */
export class DocumentParser {
  #known = new Map<string, Chunk[]>()

  /** Same as `parse`. */
  parse(text: string): Parsed {
    const chunks = this.#chunksOf(text)
    this.#shareDefinitions(chunks)
    this.#known = new Map()
    const parsed: Parsed = { root: { type: 'root', children: [] }, marks: [] }
    let offset = 0
    let line = 0
    for (const chunk of chunks) {
      moveTo(chunk, offset, line)
      for (const child of chunk.children) parsed.root.children.push(child)
      for (const mark of chunk.marks) parsed.marks.push(mark)
      offset += chunk.text.length
      line += chunk.lineCount
      const twins = this.#known.get(chunk.text)
      if (twins) twins.push(chunk)
      else this.#known.set(chunk.text, [chunk])
    }
    return parsed
  }

  #chunksOf(text: string): Chunk[] {
    const chunks: Chunk[] = []
    const headerEnd = frontMatterEnd(text)
    if (headerEnd > 0) chunks.push(this.#take(text.slice(0, headerEnd), 'header'))
    const texts = cutChunks(text, headerEnd)
    for (let at = 0; at < texts.length;) {
      // What nothing closes runs on over the cut: then more and more is taken together.
      for (let count = 1; ; count *= 2) {
        const place = at + count < texts.length ? 'inner' : 'last'
        const chunk = this.#take(texts.slice(at, at + count).join(''), place)
        if (chunk.runsOn) continue
        chunks.push(chunk)
        at += count
        break
      }
    }
    return chunks
  }

  #take(text: string, place: ChunkPlace): Chunk {
    const twins = this.#known.get(text)
    const at = twins?.findLastIndex((chunk) => chunk.place === place) ?? -1
    return twins?.splice(at, at < 0 ? 0 : 1)[0] ?? read(text, place, '')
  }

  /** Reads those chunks again for which the definitions they mention are others than before. */
  #shareDefinitions(chunks: Chunk[]): void {
    const all = new Map<string, string>()
    for (const { defines } of chunks) {
      for (const [label, source] of defines) if (!all.has(label)) all.set(label, source)
    }
    if (all.size === 0 && chunks.every(({ given }) => given === '')) return
    for (const [at, chunk] of chunks.entries()) {
      const given = [...chunk.mentions]
        .filter((label) => all.has(label) && !chunk.defines.has(label))
        .sort()
        .map((label) => all.get(label) ?? '')
        .join('')
      if (given !== chunk.given) chunks[at] = read(chunk.text, chunk.place, given)
    }
  }
}

/**
 * Parses a chunk as it reads within its document: after definitions from elsewhere and before the
 * next heading, both of which are taken out of the tree again.
 */
function read(text: string, place: ChunkPlace, given: string): Chunk {
  // A line that no footnote takes in parts the definitions from indented text.
  const before = given && `${given}***\n\n`
  const next = place === 'inner' ? '#' : ''
  const { root, marks } = parse(before + text + next, place === 'header')
  const end = before.length + text.length
  const last = root.children.at(-1)
  const children = root.children.filter((node) => isIn(offsets(node).start))
  const chunk: Chunk = {
    text,
    place,
    runsOn: next !== '' && (last?.type !== 'heading' || offsets(last).start !== end),
    children,
    marks: marks.filter(({ start }) => isIn(start)),
    offset: before.length,
    line: countLines(before),
    lineCount: countLines(text),
    defines: new Map(),
    mentions: place === 'header' ? new Set() : mentionedLabels(text),
    given
  }
  for (const child of children) collectDefinitions(child, chunk.defines)
  return chunk

  function isIn(offset: number): boolean {
    return offset >= before.length && (next === '' || offset < end)
  }
}

function collectDefinitions(node: Nodes, defines: Map<string, string>): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') {
    const sign = node.type === 'definition' ? '' : '^'
    const label = looseLabel(sign + node.identifier)
    if (!defines.has(label)) defines.set(label, `[${sign}${node.identifier}]: x\n\n`)
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

/** Shifts all places in a chunk's tree. */
function moveTo(chunk: Chunk, offset: number, line: number): void {
  const by = { offset: offset - chunk.offset, line: line - chunk.line }
  if (by.offset === 0 && by.line === 0) return
  for (const child of chunk.children) move(child)
  for (const mark of chunk.marks) {
    mark.start += by.offset
    mark.end += by.offset
  }
  chunk.offset = offset
  chunk.line = line

  function move(node: Nodes): void {
    if (node.position) {
      for (const point of [node.position.start, node.position.end]) {
        point.line += by.line
        if (point.offset !== undefined) point.offset += by.offset
      }
    }
    if ('children' in node) for (const child of node.children) move(child)
  }
}
