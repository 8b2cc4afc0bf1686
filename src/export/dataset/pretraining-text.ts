import { sha256Hex } from '../sha256-hex.ts'
import type { Split } from './items.ts'
import type { Piece } from './text-pieces.ts'

/** What train.txt and val.txt hold. */
export interface PretrainingText {
  train: string
  /** Empty only where all text is a single word or none. */
  validation: string
  /** What stays whole: `items` (sides as in the records), `chapters`, `paragraphs` or `words`. */
  level: 'items' | 'chapters' | 'paragraphs' | 'words'
}

/** The shares below count characters. */
const VALIDATION_SHARE = 0.1

/**
 * Parts the pieces into two texts, the same chapter never in both where there are two chapters.
 * They follow the sides of the items; where that leaves a side empty (all validating items lie
 * within a captured chapter that trains), the chapters are parted anew by hash, and a single
 * chapter at a paragraph near its end.
 */
export function pretrainingText(pieces: Piece[], seed: number): PretrainingText {
  const bySide = partBy(pieces, ({ split }) => split)
  if (bySide.train !== '' && bySide.validation !== '') return { ...bySide, level: 'items' }
  const [lowest, ...others] = [...new Set(pieces.map(({ chapter }) => chapter))]
    .map((chapter) => ({ chapter, hash: sha256Hex(JSON.stringify([seed, chapter])) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  if (lowest && others.length > 0) {
    const parted = partBy(pieces, ({ chapter }) =>
      chapter === lowest.chapter ? 'validation' : 'train'
    )
    return { ...parted, level: 'chapters' }
  }
  const whole = pieces.map(({ text }) => text).join('\n\n')
  return cutNearEnd(whole, '\n\n', 'paragraphs') ?? cutNearEnd(whole, /\s+/, 'words') ?? rest(whole)
}

function partBy(pieces: Piece[], sideOf: (piece: Piece) => Split) {
  const join = (side: Split) =>
    pieces
      .filter((piece) => sideOf(piece) === side)
      .map(({ text }) => text)
      .join('\n\n')
  return { train: withEnd(join('train')), validation: withEnd(join('validation')) }
}

function cutNearEnd(
  whole: string,
  separator: string | RegExp,
  level: 'paragraphs' | 'words'
): PretrainingText | undefined {
  const parts = whole.split(separator)
  if (parts.length < 2) return undefined
  const glue = typeof separator === 'string' ? separator : ' '
  let start = parts.length - 1
  let length = parts[start]?.length ?? 0
  while (start > 1 && length < whole.length * VALIDATION_SHARE) {
    start--
    length += parts[start]?.length ?? 0
  }
  const train = withEnd(parts.slice(0, start).join(glue))
  return { train, validation: withEnd(parts.slice(start).join(glue)), level }
}

function rest(whole: string): PretrainingText {
  return { train: withEnd(whole), validation: '', level: 'words' }
}

function withEnd(text: string): string {
  return text === '' ? '' : text + '\n'
}
