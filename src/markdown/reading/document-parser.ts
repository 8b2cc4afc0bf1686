import { givenOf, labelsOf, moveTo, type Chunk, type ChunkPlace, type Constructs } from './chunk.ts'
import { cutChunks } from './cut-chunks.ts'
import { frontMatterEnd } from './header-fence.ts'
import { longComments } from './long-comments.ts'
import { parse, type Parsed } from '../parse.ts'
import { readChunks } from './read-chunks.ts'
import { readScanned, scanPiece, unsureSize, type ScannedPiece } from './read-scanned.ts'
import { readAgain } from './read-again.ts'
import { labelsDefinedIn, type IsDefined, type Surroundings } from '../scan/labels.ts'

/** Characters that are parsed at once: to begin costs as much as some hundred, and with far more the parser grows slow. */
const BATCH = 8000

/**
 * Parses a document again and again while it changes: chunks with a text seen before keep their
 * trees, which only move. The result always equals that of `parse` on the whole text, whose nodes
 * belong to the next call: read them before. Plain blocks (`isPlain`) are parsed when somebody asks
 * for what is in them; marks in them, which nobody needs, are not among the marks.
 */
export class DocumentParser {
  /** What was read last, in order; by their first piece, once another text is read. */
  #chunks: Chunk[] = []
  readonly #known = new Map<string, Chunk[]>()
  /** What the text was cut into, its header aside. */
  #pieces: string[] = []
  /** Whether the constructs of programs for notes are read (N2). */
  readonly noteSyntax: boolean
  readonly #constructs: Constructs
  readonly #batch: number
  readonly #scans: boolean

  /**
   * `batch` is how many characters are parsed at once, about, and `scans` whether blocks are scanned for that need no
   * parser; both change no result. Definition lists may be left out of the other constructs.
   */
  constructor(noteSyntax = true, batch = BATCH, definitionLists = true, scans = true) {
    this.noteSyntax = noteSyntax
    this.#constructs = { noteSyntax, definitionLists }
    this.#batch = batch
    this.#scans = scans
  }

  /** Same as `parse`. */
  parse(text: string): Parsed {
    // Blocks that such comments begin and end in do not stand by themselves.
    if (this.noteSyntax && longComments(text, frontMatterEnd(text)).length > 0) {
      const { root, marks } = parse(text, this.#constructs)
      return { root: { type: 'root', children: root.children }, marks }
    }
    this.#remember()
    const isDefined = labelsDefinedIn(text)
    const surroundings = { isDefined, noteLinks: this.noteSyntax }
    const chunks = this.#shareDefinitions(this.#chunksOf(text, surroundings), isDefined)
    this.#chunks = chunks
    const parsed: Parsed = { root: { type: 'root', children: [] }, marks: [] }
    let offset = 0
    let line = 0
    for (const chunk of chunks) {
      moveTo(chunk, offset, line)
      for (const child of chunk.children) parsed.root.children.push(child)
      for (const mark of chunk.marks) parsed.marks.push(mark)
      offset += chunk.length
      line += chunk.lineCount
    }
    return parsed
  }

  /** Lets the chunks that were read last be found. */
  #remember(): void {
    this.#known.clear()
    // Of twins the last is taken first: in this order each comes to where it stood.
    for (const chunk of this.#chunks.toReversed()) {
      const [key = ''] = chunk.pieces
      const twins = this.#known.get(key)
      if (twins) twins.push(chunk)
      else this.#known.set(key, [chunk])
    }
    this.#chunks = []
  }

  #chunksOf(text: string, surroundings: Surroundings): Chunk[] {
    const all: Chunk[] = []
    const headerEnd = frontMatterEnd(text)
    if (headerEnd > 0) {
      const pieces = [text.slice(0, headerEnd)]
      const known = this.#take(pieces, 0, 'header')
      for (const one of known ? [known] : readChunks(pieces, 'header', '', this.#constructs).chunks)
        all.push(one)
    }
    const pieces = cutChunks(text, headerEnd, this.#pieces)
    this.#pieces = pieces
    /** What was read of scanned pieces; undefined for those that only the parser can read. */
    const scanned = new Map<number, Chunk | undefined>()
    for (let at = 0, least = 1; at < pieces.length;) {
      const known = least === 1 ? this.#take(pieces, at) : undefined
      if (known) {
        all.push(known)
        at += known.pieces.length
        continue
      }
      if (!scanned.has(at)) this.#scanFrom(pieces, at, scanned, surroundings)
      const chunk = least === 1 ? scanned.get(at) : undefined
      if (chunk) {
        all.push(chunk)
        at++
        continue
      }
      const count = Math.max(least, this.#batchAt(pieces, at, scanned))
      const place = at + count < pieces.length ? 'inner' : 'last'
      const { chunks, runsOn } = readChunks(
        pieces.slice(at, at + count),
        place,
        '',
        this.#constructs
      )
      // What nothing closes runs on over the cut: then more and more is taken together.
      const open = runsOn ? chunks.pop() : undefined
      least = open ? 2 * open.pieces.length : 1
      for (const chunk of chunks) {
        all.push(chunk)
        at += chunk.pieces.length
      }
    }
    return all
  }

  /** Scans and reads pieces from `at` on, about as many as the parser takes at once. */
  #scanFrom(
    pieces: string[],
    at: number,
    into: Map<number, Chunk | undefined>,
    surroundings: Surroundings
  ): void {
    const found: (ScannedPiece & { index: number })[] = []
    let size = 0
    for (let index = at; index < pieces.length && size < this.#batch; index++) {
      const piece = pieces[index] ?? ''
      if (into.has(index) || (index > at && this.#isKnown(piece))) break
      const place = index + 1 < pieces.length ? 'inner' : 'last'
      const scanned = this.#scans ? scanPiece(piece, place, surroundings) : undefined
      into.set(index, undefined)
      if (!scanned) continue
      found.push({ ...scanned, index })
      size += unsureSize(scanned)
    }
    for (const [nth, chunk] of readScanned(found, '', this.#constructs).entries()) {
      const index = found[nth]?.index
      if (index !== undefined) into.set(index, chunk)
    }
  }

  /** How many pieces from `at` on are parsed together: none of them is known, or was scanned. */
  #batchAt(pieces: string[], at: number, scanned: ReadonlyMap<number, Chunk | undefined>): number {
    let size = 0
    let end = at
    do size += pieces[end++]?.length ?? 0
    while (
      end < pieces.length &&
      size < this.#batch &&
      !this.#isKnown(pieces[end] ?? '') &&
      !scanned.get(end)
    )
    return end - at
  }

  /** Whether a chunk that was read before begins with a piece. */
  #isKnown(piece: string): boolean {
    // To look a long text up costs time, even among none.
    return this.#known.size > 0 && this.#known.has(piece)
  }

  /** A known chunk that begins with that piece and has the same text. */
  #take(pieces: string[], at: number, header?: ChunkPlace): Chunk | undefined {
    if (this.#known.size === 0) return undefined
    const twins = this.#known.get(pieces[at] ?? '')
    const found =
      twins?.findLastIndex((chunk) => {
        const end = at + chunk.pieces.length
        return (
          chunk.place === (header ?? (end < pieces.length ? 'inner' : 'last')) &&
          chunk.pieces.every((piece, index) => piece === pieces[at + index])
        )
      }) ?? -1
    return found < 0 ? undefined : twins?.splice(found, 1)[0]
  }

  /** Reads those chunks again for which the definitions they mention are others than before. */
  #shareDefinitions(chunks: Chunk[], isDefined: IsDefined): Chunk[] {
    const labels = labelsOf(chunks)
    if (labels.size === 0 && chunks.every(({ given }) => given === '')) return chunks
    const shared: Chunk[] = []
    let waiting: Chunk[] = []
    let size = 0
    const flush = (): void => {
      for (const chunk of readAgain(waiting, this.#constructs, isDefined)) shared.push(chunk)
      waiting = []
      size = 0
    }
    for (const chunk of chunks) {
      const given = givenOf(chunk, labels)
      // What nobody has read yet reads them then.
      if (!chunk.isRead && !chunk.heedsLabels) chunk.given = given
      if (given === chunk.given) {
        flush()
        shared.push(chunk)
        continue
      }
      chunk.given = given
      waiting.push(chunk)
      size += chunk.length + given.length
      if (size >= this.#batch) flush()
    }
    flush()
    return shared
  }
}
