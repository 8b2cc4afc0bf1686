import { htmlMark } from './mask.ts'
import type { Line } from './passage.ts'

const blockId = /(?:^|[ \t])\^[A-Za-z0-9-]+$/
const blanks = new RegExp(`[ \\t${htmlMark}]+$`)
const leading = /^(?:#[^\s#]+(?:[ \t]+|$))+/
const trailing = /(?:(?:^|[ \t]+)#[\p{L}_][^\s#]*)+$/u

/** Where what a line says ends: without comments and the name of the block. */
export function visibleEnd({ start, words }: Line): number {
  return start + words.replace(blanks, '').replace(blockId, '').replace(blanks, '').length
}

/** Length of the hashtags with which a line begins, and the blanks behind them. */
export function leadingHashtags(words: string): number {
  return leading.exec(words)?.[0].length ?? 0
}

/** Length of the hashtags with which a line ends, and the blanks before them. */
export function trailingHashtags(words: string): number {
  return trailing.exec(words)?.[0].length ?? 0
}
