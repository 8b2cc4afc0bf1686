import { judgeFormula } from '../../render/tex/judge-formula.ts'
import { endOfHint, fillGaps, type GapPlaces } from './fill-gaps.ts'

/** A gap within a formula: places in the formula's TeX. */
export interface MathGap extends GapPlaces {
  isEmpty: boolean
}

/**
 * The gaps in TeX. Braces count there: in `{{c1::\frac{a}{b}}}` the last two close the gap. One that
 * nothing closes is none. They come by their begin.
 */
export function mathGaps(tex: string): MathGap[] {
  const gaps: MathGap[] = []
  /** What is open: a gap, or a group of TeX. */
  const open: (Pick<GapPlaces, 'numbers' | 'start' | 'from' | 'hint'> | 'group')[] = []
  const signs = /\\[\s\S]|\{\{c\d+(?:,\d+)*::|::|[{}]/g
  for (let match = signs.exec(tex); match; match = signs.exec(tex)) {
    const { 0: sign, index: at } = match
    const inner = open.at(-1)
    if (sign.startsWith('{{')) {
      open.push({ numbers: numbersOf(sign), start: at, from: at + sign.length })
    } else if (sign === '{') open.push('group')
    else if (sign === '::' && inner && inner !== 'group') inner.hint ??= at + 2
    else if (sign === '}') {
      open.pop()
      if (!inner || inner === 'group' || tex[at + 1] !== '}') continue
      const to = inner.hint === undefined ? at : inner.hint - 2
      gaps.push({ ...inner, to, close: at, isEmpty: tex.slice(inner.from, to).trim() === '' })
      signs.lastIndex = at + 2
    }
  }
  return gaps.sort((a, b) => a.start - b.start)
}

/**
 * Whether Anki may draw a formula on each side of each card that its gaps give: a gap closes up with
 * what stands beside it, so `\sqrt{{c1::x}}` is `\sqrtx` there, and other words could be joined to a
 * command that runs or fetches.
 */
export function isDrawnWithGaps(tex: string, gaps: readonly MathGap[]): boolean {
  const whole = { start: 0, end: tex.length }
  const blank = (gap: MathGap) =>
    `[${gap.hint === undefined ? '...' : tex.slice(gap.hint, endOfHint(gap, gaps))}]`
  const numbers = new Set(gaps.flatMap((gap) => gap.numbers))
  const fronts = Array.from(numbers, (number) => fillGaps(tex, whole, gaps, 0, { number, blank }))
  return [fillGaps(tex, whole, gaps), ...fronts].every(
    (side) => judgeFormula(side, 'card').length === 0
  )
}

/** The numbers of an opener: `{{c1,2::`. */
export function numbersOf(opener: string): number[] {
  return opener.slice(3, -2).split(',').map(Number)
}
