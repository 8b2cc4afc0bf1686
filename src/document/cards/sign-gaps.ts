import type { RootContent, Text } from 'mdast'
import { withEdits, type TextEdit } from '../../markdown/reading/with-edits.ts'
import type { GapSigns } from '../../render/gap-signs.ts'
import type { Gap } from './gaps.ts'

/** A copy of a question's content in which the ends of its gaps are signs (see `GapSigns`). */
export function signGaps(
  content: readonly RootContent[],
  gaps: readonly Gap[],
  signs: GapSigns
): RootContent[] {
  const ends = new Map<RootContent, string>()
  const hints = new Map<RootContent, number>()
  const formulas = new Map<RootContent, TextEdit[]>()
  for (const { numbers, open, close, hint, math } of gaps) {
    if (hint) hints.set(hint.node, hint.at)
    if (open.type === 'highlight') ends.set(open, signs.open(numbers))
    else if (!math) {
      ends.set(open, signs.open(numbers))
      ends.set(close, signs.close)
    }
    if (!math) continue
    const edits = formulas.get(open) ?? []
    formulas.set(open, edits)
    edits.push({ start: math.start, end: math.from, insert: signs.open(numbers) })
    if (math.hint !== undefined) {
      edits.push({ start: math.to, end: math.hint, insert: signs.hint })
    }
    edits.push({ start: math.close, end: math.close + 2, insert: signs.close })
  }
  return content.flatMap(signed)

  function signed(node: RootContent): RootContent[] {
    if (node.type === 'gapMark') return [text(ends.get(node) ?? node.value, node)]
    const opener = node.type === 'highlight' ? ends.get(node) : undefined
    if (opener === undefined || node.type !== 'highlight') return [inside(node)]
    return [text(opener, node), ...node.children.flatMap(signed), text(signs.close, node)]
  }

  function inside(node: RootContent): RootContent {
    if (node.type === 'math' || node.type === 'inlineMath') {
      const edits = formulas.get(node)
      return edits ? { ...node, value: withEdits(node.value, edits) } : node
    }
    if (node.type === 'text') {
      const at = hints.get(node)
      if (at === undefined) return node
      return text(node.value.slice(0, at) + signs.hint + node.value.slice(at + 2), node)
    }
    if (!('children' in node)) return node
    return { ...node, children: node.children.flatMap(signed) } as RootContent
  }
}

function text(value: string, { position }: RootContent): Text {
  return { type: 'text', value, ...(position && { position }) }
}
