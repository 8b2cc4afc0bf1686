import { codes } from 'micromark-util-symbol'

/** The column, from 0, behind a blank that stands at one: a tab goes on to the next multiple of four. */
export function columnBehind(column: number, code: number): number {
  return column + (code === codes.ht ? 4 - (column & 3) : 1)
}
