import type { BlockItem, Card, ChapterItem, Compilation } from '../../../document/model.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import type { Collection } from '../collect.ts'
import type { Split } from '../items/item.ts'
import { joined } from '../items/part-chapters.ts'
import { chapterKey, type Part } from '../parts.ts'

/** What train.txt and val.txt hold, in stretches that stand there one after the other. */
export type PretrainingText = Record<Split, Piece[]>

/** A stretch of the text to pretrain on. */
export interface Piece {
  text: string
  split: Split
  /** Of the item that it is the text of, or that holds it. */
  id: string
  /** No tag asked for it. */
  untagged?: true
  /** The file that it is from, and its lines there. */
  path: string
  startLine: number
  endLine: number
  /** The question and the answer that it holds, where it is a card. */
  pair?: [question: string, answer: string]
}

/**
 * All that is captured, once, in document order (D1): of each file the contents of its captured
 * chapters and the blocks that none of them holds, then its `Q: …` / `A: …` pairs; a card that stands
 * under two headings comes once. `guids` are those of the cards, in their order.
 */
export function textPieces(
  compilation: Compilation,
  guids: string[],
  { sides, split }: Pick<Collection, 'sides' | 'split'>
): Piece[] {
  const cards = compilation.cards.map((card, index) => ({ ...card, guid: guids[index] ?? '' }))
  const cardsOf = byPath(cards)
  const chaptersOf = byPath(compilation.chapters)
  const blocksOf = byPath(compilation.blocks)
  const pairs = new Set<string>()
  return compilation.files.flatMap(({ path, fileId }) => {
    const idOf = (part: string) => `${cleanLine(fileId)}#${part}`
    // What gives no record goes with the rest of its chapter.
    const piece = (
      text: string,
      part: string,
      chapterId: string,
      { startLine, endLine, untagged }: Pick<Piece, 'startLine' | 'endLine' | 'untagged'>
    ): Piece => ({
      text: cleanText(text).trim(),
      split: sides.get(idOf(part)) ?? sides.get(chapterKey(path, chapterId)) ?? 'train',
      id: idOf(part),
      path,
      startLine,
      endLine,
      ...(untagged && { untagged })
    })
    const chapterPieces = (chapter: ChapterItem): Piece[] => {
      const { chapterId, content, untagged } = chapter
      const part = `chapter${chapterId}`
      const parts = split.parted.get(chapterKey(path, chapterId))
      if (!parts) return [piece(content, part, chapterId, chapter)]
      return runs(parts, { id: idOf(part), path, ...(untagged && { untagged }) })
    }
    return [
      ...readings(chaptersOf.get(path) ?? [], blocksOf.get(path) ?? [], chapterPieces, (block) =>
        piece(block.content, `block${block.index}`, block.chapterId, block)
      ),
      ...(cardsOf.get(path) ?? []).flatMap((card): Piece[] => {
        const text = pairText(card)
        if (pairs.has(text)) return []
        pairs.add(text)
        return [
          {
            ...piece(text, `card-${card.guid}`, card.chapterId, {
              startLine: card.line,
              endLine: card.endLine
            }),
            pair: [card.question, card.answer]
          }
        ]
      })
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

/** Parts of a chapter on two sides: each run of one side is a piece. */
function runs(parts: Part[], of: Pick<Piece, 'id' | 'path' | 'untagged'>): Piece[] {
  const pieces: Piece[] = []
  let run: Part[] = []
  for (const [at, part] of parts.entries()) {
    run.push(part)
    if (parts[at + 1]?.split === part.split) continue
    const { startLine = part.startLine } = run[0] ?? {}
    const { split, endLine } = part
    pieces.push({ ...of, text: joined(run).trim(), split, startLine, endLine })
    run = []
  }
  return pieces
}

/** Captured chapters that no other holds, and blocks that none of them holds, by their lines. */
function readings(
  chapters: ChapterItem[],
  blocks: BlockItem[],
  chapterPieces: (chapter: ChapterItem) => Piece[],
  blockPiece: (block: BlockItem) => Piece
): Piece[] {
  const roots = outermost(chapters)
  const placed = roots.map((root) => ({ line: root.startLine, pieces: chapterPieces(root) }))
  let next = 0
  for (const block of blocks) {
    while ((roots[next]?.endLine ?? Infinity) < block.startLine) next++
    if ((roots[next]?.startLine ?? Infinity) <= block.startLine) continue
    placed.push({ line: block.startLine, pieces: [blockPiece(block)] })
  }
  return placed.sort((a, b) => a.line - b.line).flatMap(({ pieces }) => pieces)
}

function outermost(chapters: ChapterItem[]): ChapterItem[] {
  const ordered = chapters.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
  let end = 0
  return ordered.filter((chapter) => {
    if (chapter.endLine <= end) return false
    end = chapter.endLine
    return true
  })
}
