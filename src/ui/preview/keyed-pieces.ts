import type { Piece } from '../../worker/html-pieces.ts'

/** A piece with a key by which it is found again after an edit. */
export interface KeyedPiece extends Piece {
  key: string
}

/** Keys pieces by what they hold, so that those that only moved keep their elements. */
export function keyPieces(pieces: Piece[]): KeyedPiece[] {
  const seen = new Map<string, number>()
  return pieces.map((piece) => {
    const times = seen.get(piece.html) ?? 0
    seen.set(piece.html, times + 1)
    return { ...piece, key: `${times}:${piece.html}` }
  })
}
