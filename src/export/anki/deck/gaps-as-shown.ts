import type { Side } from './fill-template.ts'

/** A gap that is open while its end is looked for. */
interface OpenGap {
  numbers: number[]
  text: string
  hint?: string
  /** Whether what follows belongs to the hint: to the end, or to a gap in it, which is text. */
  isInHint?: boolean
}

const marks = /\{\{c([\d,]+)::|\}\}|::/g

/**
 * The HTML of a cloze question as Anki shows it on one side of the card of a number: the gaps of that
 * number blank or filled, all others as text. Within a formula a gap has no element of its own.
 */
export function gapsAsShown(html: string, number: number, side: Side): string {
  const open: OpenGap[] = []
  let shown = ''
  let from = 0
  let inMath = false
  const add = (text: string): void => {
    const gap = open.at(-1)
    if (!gap) shown += text
    else if (gap.isInHint) gap.hint = (gap.hint ?? '') + text
    else gap.text += text
  }
  for (const { 0: mark, 1: numbers, index } of html.matchAll(marks)) {
    const before = html.slice(from, index)
    inMath = isInMath(before, inMath)
    add(before)
    from = index + mark.length
    const gap = open.at(-1)
    if (numbers !== undefined) {
      if (gap) gap.isInHint = false
      open.push({ numbers: numbers.split(',').map(Number), text: '' })
    } else if (!gap) add(mark)
    else if (mark === '::') Object.assign(gap, { hint: '', isInHint: true })
    else {
      open.pop()
      add(written(gap, number, side, inMath))
    }
  }
  add(html.slice(from))
  return shown
}

function written(gap: OpenGap, number: number, side: Side, inMath: boolean): string {
  const isAsked = gap.numbers.includes(number)
  const text = isAsked && side === 'front' ? `[${gap.hint ?? '...'}]` : gap.text
  if (inMath) return text
  return `<span class="${isAsked ? 'cloze' : 'cloze-inactive'}">${text}</span>`
}

/** Whether a stretch of a field ends within a formula. */
function isInMath(stretch: string, before: boolean): boolean {
  const begin = Math.max(stretch.lastIndexOf('\\('), stretch.lastIndexOf('\\['))
  const end = Math.max(stretch.lastIndexOf('\\)'), stretch.lastIndexOf('\\]'))
  return begin === end ? before : begin > end
}
