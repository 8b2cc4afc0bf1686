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
