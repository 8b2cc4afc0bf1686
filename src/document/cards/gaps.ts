import type { Nodes, RootContent, Text } from 'mdast'
import type { GapMark, Highlight, InlineMath, DisplayMath } from '../../markdown/tree/nodes.ts'
import { isWordTag } from '../../render/raw-html.ts'
import { isDrawnWithGaps, mathGaps, numbersOf, type MathGap } from './math-gaps.ts'

/** Anki numbers the cards of a note up to this. */
const MOST_CARDS = 500
/** So deep gaps may stand in each other; Anki drops deeper ones. */
export const DEEPEST = 9

/** A gap of a cloze card (N3.1), by its place in the tree. */
export interface Gap {
  numbers: number[]
  /** Its two ends; of a gap within a formula both are the formula, of marked words these. */
  open: GapMark | DisplayMath | InlineMath | Highlight
  close: GapMark | DisplayMath | InlineMath | Highlight
  /** The text that the hint begins in, and the offset of its `::` there. */
  hint?: { node: Text; at: number }
  /** Where it stands within a formula. */
  math?: MathGap
}

/** An opener that begins no gap, and why. */
export interface BrokenGap {
  at: GapMark | DisplayMath | InlineMath | Highlight
  trouble: 'unclosed' | 'empty' | 'number' | 'deep' | 'formula'
}

export interface Gaps {
  /** In the order of their openers. */
  gaps: Gap[]
  broken: BrokenGap[]
}

interface OpenGap {
  numbers: number[]
  open: GapMark
  hint?: NonNullable<Gap['hint']>
  isEmpty: boolean
}

/** Whether a text may hold a gap: seen fast, wrong only where the gap is literal. */
export function mayHoldGaps(source: string): boolean {
  return /\{\{c\d/.test(source)
}

/**
 * The gaps in some content, matched as Anki matches them: `}}` closes the innermost one, the first
 * `::` in it begins its hint, one may stand in another or end blocks later. What is none stays text.
 */
export function readGaps(content: readonly RootContent[]): Gaps {
  const gaps: Gap[] = []
  const broken: BrokenGap[] = []
  const open: OpenGap[] = []
  content.forEach(visit)
  for (const { open: at } of open) broken.push({ at, trouble: 'unclosed' })
  return { gaps: gaps.sort(byPlace), broken }

  function visit(node: Nodes): void {
    switch (node.type) {
      case 'gapMark':
        if (node.side === 'open') begin(node)
        else end(node)
        break
      case 'math':
      case 'inlineMath':
        fill()
        readFormula(node)
        break
      case 'html':
        // Elements alone show nothing, and comments go.
        if (isWordTag(node) || /<(?:img|audio|video)\b/i.test(node.value)) fill()
        break
      case 'text':
        readText(node)
        break
      default:
        if ('children' in node) node.children.forEach(visit)
        else fill()
    }
  }

  function begin(node: GapMark): void {
    fill()
    open.push({ numbers: numbersOf(node.value), open: node, isEmpty: true })
  }

  function end(node: GapMark): void {
    const gap = open.pop()
    if (!gap) return
    const trouble = troubleOf(gap.numbers, gap.isEmpty, open.length)
    if (trouble) broken.push({ at: gap.open, trouble })
    else gaps.push({ ...gap, close: node })
  }

  function readFormula(node: DisplayMath | InlineMath): void {
    const found = mathGaps(node.value)
    if (found.length === 0) return
    if (isDrawnWithGaps(node.value, found)) for (const math of found) addMath(node, math)
    else broken.push({ at: node, trouble: 'formula' })
  }

  function addMath(node: DisplayMath | InlineMath, math: MathGap): void {
    const { numbers, isEmpty } = math
    const trouble = troubleOf(numbers, isEmpty, open.length)
    if (trouble) broken.push({ at: node, trouble })
    else gaps.push({ numbers, open: node, close: node, math })
  }

  function readText(node: Text): void {
    const gap = open.at(-1)
    if (!gap) return
    const at = gap.hint ? -1 : node.value.indexOf('::')
    if (node.value.slice(0, at < 0 ? undefined : at).trim() !== '') fill()
    if (at >= 0) gap.hint = { node, at }
  }

  /** Something is shown in the gap that is open, as it was in those around it when this one began; of hints nobody asks it. */
  function fill(): void {
    const gap = open.at(-1)
    if (gap && !gap.hint) gap.isEmpty = false
  }
}

/** What keeps Anki from asking a gap; `depth`: in how many others it stands. */
export function troubleOf(
  numbers: number[],
  isEmpty: boolean,
  depth: number
): BrokenGap['trouble'] | undefined {
  if (numbers.some((number) => number < 1 || number > MOST_CARDS)) return 'number'
  if (isEmpty) return 'empty'
  return depth > DEEPEST ? 'deep' : undefined
}

function byPlace(one: Gap, other: Gap): number {
  const start = ({ open, math }: Gap): number => {
    return (open.position?.start.offset ?? 0) + (math?.start ?? 0)
  }
  return start(one) - start(other)
}
