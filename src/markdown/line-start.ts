import { codes } from 'micromark-util-symbol'

/** Offset of the first character of the line that an offset stands on, whatever ends the lines. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  for (; at > 0; at--) {
    const before = text.charCodeAt(at - 1)
    if (before === codes.lf || before === codes.cr) break
  }
  return at
}
