import type { Split } from '../items/item.ts'
import type { Piece } from './text-pieces.ts'

/** What train.txt and val.txt hold, in stretches to be written one after the other. */
export interface PretrainingText {
  train: string[]
  validation: string[]
}

/** Parts the pieces into two texts: sides as in the records, an empty line between pieces. */
export function pretrainingText(pieces: Piece[]): PretrainingText {
  const of = (side: Split): string[] => {
    const texts = pieces.filter(({ split }) => split === side).map(({ text }) => text)
    return texts.map((text, at) => (at < texts.length - 1 ? `${text}\n\n` : `${text}\n`))
  }
  return { train: of('train'), validation: of('validation') }
}
