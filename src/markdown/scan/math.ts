import { bareLine, withoutLabel } from '../syntax/math-blocks.ts'
import type { Lines } from './lines.ts'

/** Whether `$$` at the begin of a line may open a math block: it may unless another one stands on that line (L1.6). */
export function mayOpenMath({ text, first, end }: Lines): boolean {
  const rest = text.slice(first, end)
  return rest.startsWith('$$') && !/^\$\$(?:\$?[^$\\]|\\.)*\$\$/.test(rest)
}

/**
 * Goes to the line that closes a math block, as `mathBlocks` finds it; false where none does, or where that is
 * not certain.
 */
export function findMathEnd(lines: Lines): boolean {
  const { text, start, end } = lines
  const isAlone = bareLine(text.slice(start, end)) === '$$'
  let isFar = false
  while (lines.next < text.length) {
    lines.read(lines.next)
    const line = text.slice(lines.start, lines.end)
    const bare = withoutLabel(bareLine(line))
    if (/^#{1,6}(?:[ \t]|$)/.test(bare)) return false
    // Over a blank line only dollars that stand alone reach.
    if (bare === '' && !isAlone) return false
    if (bare === '') isFar = true
    if (!bare.endsWith('$$')) continue
    if (isFar) return isAlone && line.startsWith('$$') && bare === '$$'
    return !/\\\$\$$/.test(bare)
  }
  return false
}

/** Whether a math block surely begins with a line, even right below words; `lines` stays there. */
export function opensMath(lines: Lines): boolean {
  if (lines.column > 0 || !mayOpenMath(lines)) return false
  const { start } = lines
  const isClosed = findMathEnd(lines)
  lines.read(start)
  return isClosed
}
