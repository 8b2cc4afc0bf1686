import type { TokenizeContext } from 'micromark-util-types'

/** Columns of blanks that stand before a block at the place of a tokenizer, within its container. */
export function indentOf({ events }: TokenizeContext): number {
  const tail = events.at(-1)
  return tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0
}
