import { judgeFormula } from '../render/tex/judge-formula.ts'

/** A gap within a formula: offsets in the formula's TeX. */
export interface MathGap {
  /** As written: `{{c1::`. */
  opener: string
  start: number
  /** Where its text begins and ends, without a hint. */
  from: number
  to: number
  /** Where its hint begins, if it has one. */
  hint?: number
  /** Where its `}}` begins. */
  close: number
  isEmpty: boolean
}

/**
 * The gaps in TeX. Braces count there: in `{{c1::\frac{a}{b}}}` the last two close the gap. One that
 * nothing closes is none.
 */
export function mathGaps(tex: string): MathGap[] {
  const gaps: MathGap[] = []
  /** What is open: a gap, or a group of TeX. */
  const open: ({ opener: string; start: number; from: number; hint?: number } | 'group')[] = []
  const signs = /\\[\s\S]|\{\{c\d+(?:,\d+)*::|::|[{}]/g
  for (let match = signs.exec(tex); match; match = signs.exec(tex)) {
    const { 0: sign, index: at } = match
    const inner = open.at(-1)
    if (sign.startsWith('{{')) open.push({ opener: sign, start: at, from: at + sign.length })
    else if (sign === '{') open.push('group')
    else if (sign === '::' && inner && inner !== 'group') inner.hint ??= at + 2
    else if (sign === '}') {
      open.pop()
      if (!inner || inner === 'group' || tex[at + 1] !== '}') continue
      const to = inner.hint === undefined ? at : inner.hint - 2
      gaps.push({ ...inner, to, close: at, isEmpty: tex.slice(inner.from, to).trim() === '' })
      signs.lastIndex = at + 2
    }
  }
  return gaps
}

/**
 * Whether Anki may draw a formula on each side of each card that its gaps give: a gap closes up with
 * what stands beside it, so `\sqrt{{c1::x}}` is `\sqrtx` there, and other words could be joined to a
 * command that runs or fetches.
 */
export function isDrawnWithGaps(tex: string, gaps: readonly MathGap[]): boolean {
  const ordered = gaps.toSorted((a, b) => a.start - b.start)
  const numbers = new Set(gaps.flatMap(({ opener }) => numbersOf(opener)))
  const sides = [undefined, ...numbers].map((asked) => shown(tex, ordered, asked))
  return sides.every((side) => judgeFormula(side, 'card').length === 0)
}

/** The numbers of an opener: `{{c1,2::`. */
export function numbersOf(opener: string): number[] {
  return opener.slice(3, -2).split(',').map(Number)
}

/** The TeX on a card: gaps of the number that is asked as their hints, all others filled. */
function shown(tex: string, gaps: readonly MathGap[], asked: number | undefined): string {
  let next = 0
  return within(0, tex.length)

  function within(start: number, end: number): string {
    let text = ''
    let at = start
    for (let gap = gaps[next]; gap && gap.start < end; gap = gaps[next]) {
      next++
      if (gap.start < at) continue
      text += tex.slice(at, gap.start)
      if (asked !== undefined && numbersOf(gap.opener).includes(asked)) {
        text += `[${gap.hint === undefined ? '...' : tex.slice(gap.hint, gap.close)}]`
      } else text += within(gap.from, gap.to)
      at = gap.close + 2
    }
    return text + tex.slice(at, end)
  }
}
