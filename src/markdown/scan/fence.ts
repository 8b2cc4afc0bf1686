import { codes } from 'micromark-util-symbol'
import type { Lines } from './lines.ts'

/** How many signs open the code block that a line begins with ` or ~; 0 where it begins none. */
export function fenceSize(lines: Lines): number {
  const { text, first, end, code } = lines
  const size = lines.runOf(code, first)
  if (size < 3) return 0
  const isBroken = code === codes.graveAccent && text.slice(first + size, end).includes('`')
  return isBroken ? 0 : size
}

/** What an opening fence says of its code; undefined where escapes may stand in it, or where it is a formula. */
export function fenceInfo(info: string): { lang: string | null; meta: string | null } | undefined {
  if (/[&\\]|^[ \t]*math/i.test(info)) return undefined
  const words = info.replace(/^[ \t]+/, '')
  const [lang = ''] = words.split(/[ \t]/, 1)
  const meta = words.slice(lang.length).replace(/^[ \t]+/, '')
  return { lang: lang || null, meta: meta || null }
}

/** Goes to the line that closes a fence; false where none does. */
export function findFenceEnd(lines: Lines, code: number, size: number): boolean {
  while (lines.next < lines.text.length) {
    lines.read(lines.next)
    if (lines.code !== code || lines.column > 3) continue
    const own = lines.runOf(code, lines.first)
    if (own >= size && lines.isBlankFrom(lines.first + own)) return true
  }
  return false
}
