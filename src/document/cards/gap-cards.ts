import type { Nodes } from 'mdast'
import { parse } from '../../markdown/parse.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { endOfHint, fillGaps, type GapPlaces } from './fill-gaps.ts'
import { readGaps, type Gap } from './gaps.ts'
import { highlightGaps } from './highlight-gaps.ts'
import type { CardGap } from '../model.ts'

/** What stands for a gap that is asked. */
const BLANK = '____'

/** A gap by its places in the Markdown of a question. */
interface SourceGap extends GapPlaces {
  /** Whether it stands within a formula. */
  isMath: boolean
}

/**
 * What each number of a cloze card asks, in the order of the numbers (N3.3): the Markdown of the
 * question with its gaps, or without any its marked words, filled, but for those of the number, which are blank, and what stands in those.
 */
export function gapCards(question: string, noteSyntax: boolean): CardGap[] {
  const { root } = parse(question, { noteSyntax, withFrontMatter: false })
  const written = readGaps(root.children).gaps
  const found = written.length > 0 ? written : highlightGaps(root.children).gaps
  const gaps = found.map((gap) => placed(question, gap))
  const whole = { start: 0, end: question.length }
  const numbers = [...new Set(gaps.flatMap((gap) => gap.numbers))].sort((a, b) => a - b)
  return numbers.map((number) => {
    const answers = gaps.flatMap(({ numbers }, at) =>
      numbers.includes(number) ? answerOf(at) : []
    )
    return {
      number,
      question: fillGaps(question, whole, gaps, 0, { number, blank }),
      answer: [...new Set(answers)].join(', ')
    }
  })

  function answerOf(at: number): string {
    const gap = gaps[at]
    if (!gap) return ''
    const text = fillGaps(question, { start: gap.start, end: gap.close + 2 }, gaps, at).trim()
    return gap.isMath ? `$${text}$` : text
  }

  function blank(gap: SourceGap): string {
    const { hint } = gap
    const words = hint === undefined ? '' : question.slice(hint, endOfHint(gap, gaps)).trim()
    return words === '' ? BLANK : `${BLANK} (${words})`
  }
}

function placed(source: string, { numbers, open, close, hint, math }: Gap): SourceGap {
  if (math) {
    const at = valueStart(source, open)
    return {
      numbers,
      start: at + math.start,
      from: at + math.from,
      to: at + math.to,
      ...(math.hint !== undefined && { hint: at + math.hint }),
      close: at + math.close,
      isMath: true
    }
  }
  if (open.type === 'highlight') {
    const { start, end } = offsets(open)
    return { numbers, start, from: start + 2, to: end - 2, close: end - 2, isMath: false }
  }
  const from = offsets(open).end
  const end = offsets(close).start
  const separator = hint ? hintStart(source, hint.node) : undefined
  return {
    numbers,
    start: offsets(open).start,
    from,
    to: separator ?? end,
    ...(separator !== undefined && { hint: separator + 2 }),
    close: end,
    isMath: false
  }
}

/** Where the TeX of a formula begins in the source. */
function valueStart(source: string, node: Nodes): number {
  const { start, end } = offsets(node)
  const value = 'value' in node ? node.value : ''
  const at = source.slice(start, end).indexOf(value)
  return start + Math.max(at, 0)
}

function hintStart(source: string, node: Nodes): number {
  const { start, end } = offsets(node)
  return start + Math.max(source.slice(start, end).indexOf('::'), 0)
}
