import type { BlockItem, Card, ChapterItem, Compilation } from '../../document/model.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import type { Split } from './items.ts'
import { cutChapter, nestChapters } from './nest-chapters.ts'

/** A stretch of the text to pretrain on. */
export interface Piece {
  text: string
  /** File and chapter that it comes from. */
  chapter: string
  split: Split
}

/**
 * All that is captured, once, in document order (D1): of each file the contents of its captured
 * chapters and the blocks that none of them holds, then its `Q: …` / `A: …` pairs. `guids` are
 * those of the cards, in their order, `sides` the sides of the items by id. A captured chapter within another is cut out of it, so that the two
 * may stand on different sides.
 */
export function textPieces(
  compilation: Compilation,
  guids: string[],
  sides: Map<string, Split>
): Piece[] {
  const cards = compilation.cards.map((card, index) => ({ ...card, guid: guids[index] ?? '' }))
  const cardsOf = byPath(cards)
  const chaptersOf = byPath(compilation.chapters)
  const blocksOf = byPath(compilation.blocks)
  return compilation.files.flatMap(({ path, fileId }) => {
    const id = cleanLine(fileId)
    const piece = (text: string, chapterId: string, part: string): Piece => ({
      text: cleanText(text).trim(),
      chapter: `${id}#${chapterId}`,
      split: sides.get(`${id}#${part}`) ?? 'train'
    })
    return [
      ...readings(chaptersOf.get(path) ?? [], blocksOf.get(path) ?? [], piece),
      ...(cardsOf.get(path) ?? []).map((card) =>
        piece(pairText(card), card.chapterId, `card-${card.guid}`)
      )
    ].filter(({ text }) => text !== '')
  })
}

function byPath<Part extends { path: string }>(parts: Part[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const group = groups.get(part.path)
    if (group) group.push(part)
    else groups.set(part.path, [part])
  }
  return groups
}

function pairText(card: Card): string {
  return `Q: ${card.question}\nA: ${card.answer}`
}

function readings(
  chapters: ChapterItem[],
  blocks: BlockItem[],
  piece: (text: string, chapterId: string, part: string) => Piece
): Piece[] {
  const roots = nestChapters(chapters)
  const placed = roots.map((root) => ({
    line: root.chapter.startLine,
    pieces: cutChapter(root).map(({ id, text }) => piece(text, id, `chapter${id}`))
  }))
  let next = 0
  for (const block of blocks) {
    while ((roots[next]?.chapter.endLine ?? Infinity) < block.startLine) next++
    if ((roots[next]?.chapter.startLine ?? Infinity) <= block.startLine) continue
    const pieces = [piece(block.content, block.chapterId, `block${block.index}`)]
    placed.push({ line: block.startLine, pieces })
  }
  return placed.sort((a, b) => a.line - b.line).flatMap(({ pieces }) => pieces)
}
