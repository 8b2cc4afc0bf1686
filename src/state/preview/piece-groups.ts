import type { PreviewPiece } from '../../document/model.ts'
import { changeOf, moved, type PiecesChange } from '../../worker/reader/pieces-change.ts'

/** A piece with a key by which its element is found again after an edit. */
export interface KeyedPiece extends PreviewPiece {
  key: number
}

/** Pieces that are drawn, measured and kept together; one that an edit does not touch stays itself. */
export interface PieceGroup {
  key: number
  pieces: KeyedPiece[]
  /** How far the group has moved since its pieces were placed. */
  lines: number
  blocks: number
}

const most = 48

/** Where a piece stands now. */
export function placeIn({ lines, blocks }: PieceGroup, piece: KeyedPiece): PreviewPiece {
  const { html } = piece
  return { html, line: moved(piece.line, lines), block: moved(piece.block, blocks) }
}

/**
 * The pieces of one preview in groups that begin at headings. Typing changes one group; a piece that
 * is written anew keeps its key, and with it its element and the place that the reader scrolled to.
 */
export class PieceGroups {
  groups: PieceGroup[] = []
  #lastKey = 0

  /** Takes pieces that came whole. */
  replace(pieces: PreviewPiece[]): void {
    const before = this.groups.flatMap((group) =>
      group.pieces.map((piece) => placeIn(group, piece))
    )
    this.apply(changeOf(before, pieces))
  }

  /** Takes what changed since the last call. */
  apply({ start, removed, pieces, lines, blocks }: PiecesChange): void {
    const first = this.#find(start)
    const last = removed > 0 ? this.#find(start + removed - 1) : first
    const touched = this.groups.slice(first.at, last.at + 1)
    const old = touched.flatMap((group) =>
      group.pieces.map((piece) => shifted(piece, group.lines, group.blocks))
    )
    const replaced = old.slice(first.within, first.within + removed)
    const all = [
      ...old.slice(0, first.within),
      ...pieces.map((piece, at) => ({ ...piece, key: replaced[at]?.key ?? this.#key() })),
      ...old.slice(first.within + removed).map((piece) => shifted(piece, lines, blocks))
    ]
    for (const group of this.groups.slice(last.at + 1)) {
      group.lines += lines
      group.blocks += blocks
    }
    this.groups = this.groups.toSpliced(first.at, touched.length, ...this.#cut(all, touched))
  }

  /** The group that holds the piece of an index; what comes after all is the last one's. */
  #find(index: number): { at: number; within: number } {
    let within = index
    for (const [at, { pieces }] of this.groups.entries()) {
      if (within < pieces.length || at === this.groups.length - 1) return { at, within }
      within -= pieces.length
    }
    return { at: 0, within: 0 }
  }

  /** Groups in place of others, of which they take the keys: no piece changes its group by typing. */
  #cut(pieces: KeyedPiece[], before: PieceGroup[]): PieceGroup[] {
    const cuts: KeyedPiece[][] = []
    for (const piece of pieces) {
      const last = cuts.at(-1)
      const full = !last || last.length >= most || (before.length === 0 && isHeading(piece))
      if (full) cuts.push([piece])
      else last.push(piece)
    }
    return cuts.map((pieces, at) => ({
      key: before[at]?.key ?? this.#key(),
      pieces,
      lines: 0,
      blocks: 0
    }))
  }

  #key(): number {
    return ++this.#lastKey
  }
}

function isHeading({ html }: KeyedPiece): boolean {
  return /^<h[1-6]/.test(html)
}

function shifted(piece: KeyedPiece, lines: number, blocks: number): KeyedPiece {
  if (lines === 0 && blocks === 0) return piece
  return { ...piece, line: moved(piece.line, lines), block: moved(piece.block, blocks) }
}
