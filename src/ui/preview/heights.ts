import { placeIn, type PieceGroup } from '../../state/preview/piece-groups.ts'
import { spotOf } from './places.ts'

/** A stretch of the document: lines of the source, and where they stand on the screen. */
interface Stretch {
  line: number
  endLine: number
  top: number
  bottom: number
}

/** The line at a height of the screen; between two known lines it goes on evenly. */
export function lineAtY(y: number, article: Element, groups: PieceGroup[]): number | undefined {
  const group = groupAt(y, article)
  const node = article.children[group]
  if (!node) return undefined
  const piece = Math.max(0, lastAbove(y, node.children))
  const found = stretch(group, piece, article, groups)
  if (!found) return undefined
  const { line, endLine, top, bottom } = found
  const part = bottom > top ? Math.min(Math.max((y - top) / (bottom - top), 0), 1) : 0
  return line + part * (endLine - line)
}

/** The height on the screen at which a line stands. */
export function topOf(line: number, article: Element, groups: PieceGroup[]): number | undefined {
  const spot = spotOf(line, groups)
  const found = spot && stretch(spot.group, spot.piece, article, groups)
  if (!found) return undefined
  const lines = Math.max(found.endLine - found.line, 1)
  const part = Math.min((line - found.line) / lines, 1)
  return found.top + part * (found.bottom - found.top)
}

/** A piece, or its whole group where that is not drawn yet. */
function stretch(
  at: number,
  pieceAt: number,
  article: Element,
  groups: PieceGroup[]
): Stretch | undefined {
  const group = groups[at]
  const node = article.children[at]
  const piece = group?.pieces[pieceAt]
  if (!group || !node || !piece) return undefined
  const drawn = node.children[pieceAt]
  const { top, bottom } = (drawn ?? node).getBoundingClientRect()
  const { line } = placeIn(group, drawn ? piece : (group.pieces[0] ?? piece))
  const nextLine = drawn
    ? (lineOfPiece(group, pieceAt + 1) ?? lineOfPiece(groups[at + 1], 0))
    : lineOfPiece(groups[at + 1], 0)
  return line > 0 ? { line, endLine: nextLine ?? line + 1, top, bottom } : undefined
}

function lineOfPiece(group: PieceGroup | undefined, at: number): number | undefined {
  const piece = group?.pieces[at]
  const line = group && piece ? placeIn(group, piece).line : 0
  return line > 0 ? line : undefined
}

/** Which group of a document stands at a height of the screen. */
export function groupAt(y: number, article: Element): number {
  return lastAbove(y, article.children)
}

/** The last element that begins above a height, by halving. */
function lastAbove(y: number, elements: HTMLCollection): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    const top = elements[middle]?.getBoundingClientRect().top ?? Infinity
    if (top <= y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
