import { placeIn, type PieceGroup } from '../../state/preview/piece-groups.ts'
import type { PreviewPiece } from '../../document/model.ts'

/** What a drawn document can be asked. */
export interface DocumentView {
  /** Scrolls to what a line of the source became, as long as `isWanted`, and lights it up. */
  show(line: number, isWanted: () => boolean): Promise<void>
  /** Whether all of it stands on the page: reactive. */
  isWhole(): boolean
  /** Draws what a line became before its turn. */
  drawAt(line: number): Promise<void>
  /** The line of the source that an element came from; `point` is where it was hit. */
  lineAt(element: Element, point: { x: number; y: number }): number | undefined
  /** The line at a height of the screen, as `ScrollPlace` counts it. */
  lineAtHeight(y: number): number | undefined
  /** The height on the screen at which a line stands. */
  heightOfLine(line: number): number | undefined
}

/** Where a piece stands in a document: its group, and which of the group it is. */
export interface PieceSpot {
  group: number
  piece: number
}

/** The piece that an element of a drawn document belongs to, as it stands in the source now. */
export function pieceAt(
  element: Element,
  article: Element,
  groups: PieceGroup[]
): PreviewPiece | undefined {
  const node = element.closest('.piece')
  if (!node?.parentElement) return undefined
  const group = groups[[...article.children].indexOf(node.parentElement)]
  const piece = group?.pieces[[...node.parentElement.children].indexOf(node)]
  return group && piece && placeIn(group, piece)
}

/** The last piece that begins on a line or before it. */
export function spotOf(line: number, groups: PieceGroup[]): PieceSpot | undefined {
  for (let group = groups.length - 1; group >= 0; group--) {
    const holder = groups[group]
    const piece = holder?.pieces.findLastIndex((piece) => {
      const place = placeIn(holder, piece)
      return place.line > 0 && place.line <= line
    })
    if (piece !== undefined && piece >= 0) return { group, piece }
  }
  return undefined
}

/** The line of the source that an element of the preview came from; `point` is where it was hit. */
export function lineOf(
  element: Element,
  piece: PreviewPiece,
  point: { x: number; y: number }
): number | undefined {
  if (piece.line === 0) return undefined
  const within = element.closest('.piece [data-by]')
  const line = piece.line + Number(within?.getAttribute('data-by') ?? 0)
  const code = element.closest('pre')
  // Above the first line of code stands its fence.
  return code ? line + 1 + linesBefore(code, point) : line
}

/** The element within a piece that stands on a line so many below the piece's own. */
export function elementBy(piece: Element, by: number): Element {
  const within = [...piece.querySelectorAll('[data-by]')]
  return within.findLast((element) => Number(element.getAttribute('data-by')) <= by) ?? piece
}

function linesBefore(code: Element, { x, y }: { x: number; y: number }): number {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !code.contains(caret.offsetNode)) return 0
  const range = document.createRange()
  range.setStart(code, 0)
  range.setEnd(caret.offsetNode, caret.offset)
  return range.toString().split('\n').length - 1
}
