import type { PreviewPiece } from '../../laegna.ts'
import { replacedStretch } from './replaced-stretch.ts'

/** How the pieces of one preview differ from those of another: a stretch of them is replaced. */
export interface PiecesChange {
  /** Index of the first piece that is replaced. */
  start: number
  /** How many are replaced, and by which. */
  removed: number
  pieces: PreviewPiece[]
  /** By how much the lines and block numbers of all pieces after that grow. */
  lines: number
  blocks: number
}

/** The smallest change that makes `before` into `after`. */
export function changeOf(before: PreviewPiece[], after: PreviewPiece[]): PiecesChange {
  const last = before.findLast(hasPlace)
  const lastAfter = after.findLast(hasPlace)
  const lines = last && lastAfter ? lastAfter.line - last.line : 0
  const blocks = blockNumber(after) - blockNumber(before)
  const { start, removed, end } = replacedStretch(
    before,
    after,
    (one, other) => isMoved(one, other, 0, 0),
    (one, other) => isMoved(one, other, lines, blocks)
  )
  return { start, removed, pieces: after.slice(start, end), lines, blocks }
}

/** A number that counts from `by` further on; 0 stands for none. */
export function moved(number: number, by: number): number {
  return number === 0 ? 0 : number + by
}

function isMoved(
  one: PreviewPiece | undefined,
  other: PreviewPiece | undefined,
  lines: number,
  blocks: number
): boolean {
  if (!one || !other) return false
  return (
    one.html === other.html &&
    moved(one.line, lines) === other.line &&
    moved(one.block, blocks) === other.block
  )
}

function hasPlace({ line }: PreviewPiece): boolean {
  return line > 0
}

function blockNumber(pieces: PreviewPiece[]): number {
  return pieces.findLast(({ block }) => block > 0)?.block ?? 0
}
