import { givenOf, labelsOf, moveTo, type Chunk, type ChunkPlace, type Constructs } from './chunk.ts'
import { changeBetween } from './change-between.ts'
import { cutChunks, type Cut, type CutBefore } from './cut-chunks.ts'
import { frontMatterEnd } from './header-fence.ts'
import { longComments } from './long-comments.ts'
import type { Parsed } from '../parse.ts'
import { readAround } from './read-around.ts'
import { readChunks } from './read-chunks.ts'
import { readHeader } from './read-header.ts'
import { readScanned, scanPiece, unsureSize, type ScannedPiece } from './read-scanned.ts'
import { readAgain } from './read-again.ts'
import { labelsDefinedIn, type DocumentSurroundings, type IsDefined } from '../scan/labels.ts'

/** Characters that are parsed at once: to begin costs as much as some hundred, and with far more the parser grows slow. */
const BATCH = 8000

/**
 * Parses a document again and again while it changes: chunks with a text seen before keep their
 * trees, which only move. The result always equals that of `parse` on the whole text, whose nodes
 * belong to the next call: read them before. Plain blocks (`isPlain`) are parsed when somebody asks
 * for what is in them; marks in them, which nobody needs, are not among the marks.
 */
export class DocumentParser {
  /** What was read last, in order. */
  #chunks: Chunk[] = []
  /** Those of them that do not stand where they stood, by their first piece. */
  readonly #known = new Map<string, Chunk[]>()
  /** Those that do, by the index of their first piece now. */
  #still: (Chunk | undefined)[] = []
  /** The text that was read last, and what it was cut into from the end of its header on. */
  #last: { text: string; from: number; pieces: string[] } | undefined
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
    const since = this.#last && {
      text: this.#last.text,
      change: changeBetween(this.#last.text, text)
    }
    const from = frontMatterEnd(text)
    // Blocks that such comments begin and end in do not stand by themselves.
    const comments = this.noteSyntax ? longComments(text, from, since) : []
    if (comments.length > 0) return readAround(text, comments, (short) => this.#parseShort(short))
    const before = this.#last && since && { ...this.#last, change: since.change }
    return this.#parseApart(text, from, before)
  }

  /** Reads a text without such comments by itself: whoever asked moves its nodes. */
  #parseShort(text: string): Parsed {
    const { definitionLists } = this.#constructs
    const parser = new DocumentParser(this.noteSyntax, this.#batch, definitionLists, this.#scans)
    return parser.#parseApart(text, frontMatterEnd(text))
  }

  /** Reads a text in which each chunk stands by itself. */
  #parseApart(text: string, from: number, before?: CutBefore): Parsed {
    const cut = cutChunks(text, from, before)
    this.#remember(cut)
    this.#last = { text, from, pieces: cut.pieces }
    const isDefined = labelsDefinedIn(text)
    const surroundings = { isDefined, noteSyntax: this.noteSyntax, noteLinks: this.noteSyntax }
    const header = text.slice(0, from)
    const chunks = this.#shareDefinitions(
      this.#chunksOf(header, cut.pieces, surroundings),
      isDefined
    )
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

  /** Lets the chunks that were read last be found, in a text that is cut now. */
  #remember({ pieces, front, back }: Cut): void {
    this.#known.clear()
    this.#still = []
    const count = this.#last?.pieces.length ?? 0
    const moved: Chunk[] = []
    let at = 0
    for (const chunk of this.#chunks) {
      if (chunk.place === 'header') {
        moved.push(chunk)
        continue
      }
      const end = at + chunk.pieces.length
      if (end <= front) this.#still[at] = chunk
      else if (at >= count - back) this.#still[at + pieces.length - count] = chunk
      else moved.push(chunk)
      at = end
    }
    // Of twins the last is taken first: in this order each comes to where it stood.
    for (const chunk of moved.toReversed()) {
      const [key = ''] = chunk.pieces
      const twins = this.#known.get(key)
      if (twins) twins.push(chunk)
      else this.#known.set(key, [chunk])
    }
    this.#chunks = []
  }

  #chunksOf(header: string, pieces: string[], surroundings: DocumentSurroundings): Chunk[] {
    const all: Chunk[] = []
    if (header !== '') {
      const known = this.#find([header], 0, 'header') ?? (this.#scans && readHeader(header))
      const read = known ? [known] : readChunks([header], 'header', '', this.#constructs).chunks
      for (const one of read) all.push(one)
    }
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
      const place = placeOf(pieces, at + count)
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
    surroundings: DocumentSurroundings
  ): void {
    const found: (ScannedPiece & { index: number })[] = []
    let size = 0
    for (let index = at; index < pieces.length && size < this.#batch; index++) {
      const piece = pieces[index] ?? ''
      if (into.has(index) || (index > at && this.#isKnown(piece, index))) break
      const place = placeOf(pieces, index + 1)
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
      !this.#isKnown(pieces[end] ?? '', end) &&
      !scanned.get(end)
    )
    return end - at
  }

  /** Whether a chunk that was read before begins with the piece at an index. */
  #isKnown(piece: string, at: number): boolean {
    // To look a long text up costs time, even among none.
    return this.#still[at] !== undefined || (this.#known.size > 0 && this.#known.has(piece))
  }

  /** A known chunk of the same text as the pieces from an index on. */
  #take(pieces: string[], at: number): Chunk | undefined {
    const still = this.#still[at]
    const fits = still?.place === placeOf(pieces, at + (still?.pieces.length ?? 0))
    return fits ? still : this.#find(pieces, at)
  }

  /** The same of one that stood elsewhere, or was a header. */
  #find(pieces: string[], at: number, header?: ChunkPlace): Chunk | undefined {
    if (this.#known.size === 0) return undefined
    const twins = this.#known.get(pieces[at] ?? '')
    const found =
      twins?.findLastIndex(
        (chunk) =>
          chunk.place === (header ?? placeOf(pieces, at + chunk.pieces.length)) &&
          chunk.pieces.every((piece, index) => piece === pieces[at + index])
      ) ?? -1
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

/** The place of a chunk that ends in front of an index. */
function placeOf(pieces: readonly string[], end: number): ChunkPlace {
  return end < pieces.length ? 'inner' : 'last'
}
