import type { RootContent, Text } from 'mdast'
import type { GapSigns } from '../render/gap-signs.ts'
import type { Gap } from './gaps.ts'

/** A copy of a question's content in which the ends of its gaps are signs (see `GapSigns`). */
export function signGaps(
  content: readonly RootContent[],
  gaps: readonly Gap[],
  signs: GapSigns
): RootContent[] {
  const ends = new Map<RootContent, string>()
  const hints = new Map<RootContent, number>()
  const formulas = new Map<RootContent, Insertion[]>()
  for (const { numbers, open, close, hint, math } of gaps) {
    if (hint) hints.set(hint.node, hint.at)
    if (!math) {
      ends.set(open, signs.open(numbers))
      ends.set(close, signs.close)
      continue
    }
    const insertions = formulas.get(open) ?? []
    formulas.set(open, insertions)
    insertions.push({ start: math.start, end: math.from, text: signs.open(numbers) })
    if (math.hint !== undefined) {
      insertions.push({ start: math.to, end: math.hint, text: signs.hint })
    }
    insertions.push({ start: math.close, end: math.close + 2, text: signs.close })
  }
  return content.map(signed)

  function signed(node: RootContent): RootContent {
    if (node.type === 'gapMark') return text(ends.get(node) ?? node.value, node)
    if (node.type === 'math' || node.type === 'inlineMath') {
      const insertions = formulas.get(node)
      return insertions ? { ...node, value: inserted(node.value, insertions) } : node
    }
    if (node.type === 'text') {
      const at = hints.get(node)
      if (at === undefined) return node
      return text(node.value.slice(0, at) + signs.hint + node.value.slice(at + 2), node)
    }
    if (!('children' in node)) return node
    return { ...node, children: node.children.map(signed) } as RootContent
  }
}

interface Insertion {
  start: number
  end: number
  text: string
}

function inserted(source: string, insertions: Insertion[]): string {
  let result = ''
  let from = 0
  for (const { start, end, text } of insertions.sort((a, b) => a.start - b.start)) {
    result += source.slice(from, start) + text
    from = end
  }
  return result + source.slice(from)
}

function text(value: string, { position }: RootContent): Text {
  return { type: 'text', value, ...(position && { position }) }
}
