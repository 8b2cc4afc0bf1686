import { tagAt } from './tag-at.ts'

/** Where, for a paragraph and a number of dollars, it is known that no closer follows. */
const closerless = new WeakMap<object, Map<number, number>>()

/**
 * Where inline math that begins at `start` ends, as our parser reads it: `$…$` with no blank just
 * inside and no digit after the closer, which is the next dollar, or `$$…$$`; no tag in either. `paragraph` stands for the
 * text, to remember by what was found before.
 */
export function mathEnd(paragraph: object, text: string, start: number): number | undefined {
  if (text[start - 1] === '$' && !isEscaped(text, start - 1)) return undefined
  const size = dollarsAt(text, start)
  if (size > 2 || (size === 1 && isBlank(text[start + 1]))) return undefined
  const known = closerless.get(paragraph) ?? new Map<number, number>()
  closerless.set(paragraph, known)
  if (start < (known.get(size) ?? 0)) return undefined
  let isEmpty = true
  let afterBlank = false
  let at = start + size
  while (at < text.length) {
    const run = dollarsAt(text, at)
    if (run > 0) {
      const isSound = size === 2 || (!afterBlank && !/\d/.test(text[at + run] ?? ''))
      if (run === size && !isEmpty && isSound) return at + run
      if (size === 1 && run === 1) return undefined
    } else if (tagAt(text, at)) {
      break
    }
    const escaped = text[at] === '\\' && /[\\$]/.test(text[at + 1] ?? '')
    afterBlank = run === 0 && isBlank(text[at])
    if (!afterBlank) isEmpty = false
    at += escaped ? 2 : Math.max(run, 1)
  }
  known.set(size, at)
  return undefined
}

function dollarsAt(text: string, at: number): number {
  let end = at
  while (text[end] === '$') end++
  return end - at
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n'
}

function isEscaped(text: string, at: number): boolean {
  return (/\\*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0) % 2 === 1
}
