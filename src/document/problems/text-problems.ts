import type { Nodes, RootContent } from 'mdast'
import { say } from '../../say/say.ts'
import { mostContainers } from '../../markdown/syntax/container-depth.ts'
import { areBlocksIn, marksLines } from '../../markdown/tree/block-containers.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import { isPlain, plainFences } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { RawHtml } from '../../render/raw-html.ts'
import { brokenAddresses } from './broken-addresses.ts'
import type { Problem } from './diagnostics.ts'
import { formulaProblems } from './formula-problems.ts'
import { hiddenElements } from './hidden-elements.ts'
import { mayHoldFaultyFormulas } from './plain-problems.ts'
import { nearMisses, type LonelyTag } from './near-misses.ts'
import { unknownElements } from './unknown-elements.ts'

/** What in a chapter's text and HTML looks like something else was meant, and formulas not drawn (L6). */
export function textProblems(
  text: string,
  blocks: RootContent[],
  lonely: LonelyTag[],
  isInSpan: (offset: number) => boolean
): Problem[] {
  const problems: Problem[] = []
  const html = new RawHtml()
  const unsound = blocks.filter((block) => !isSound(block))
  readOnly(unsound)
  for (const block of unsound) inspect(block, undefined, 0)
  return problems

  function isSound(block: RootContent): boolean {
    if (!isPlain(block)) return false
    const { start, end } = offsets(block)
    return !mayHoldFaultyFormulas(text.slice(start, end), plainFences(block))
  }

  /** `around` are the quotes, items and the like in which the node stands. */
  function inspect(node: Nodes, parent: Nodes | undefined, around: number): void {
    const depth = marksLines(node) ? around + 1 : around
    if (depth > around && depth === mostContainers && node.position) {
      problems.push(tooDeep(offsets(node)))
    }
    if (node.type === 'text' && node.position) {
      const { start, end } = offsets(node)
      const source = text.slice(start, end)
      for (const problem of loneDollars(text, source, start)) problems.push(problem)
      const misses = source.includes('[') ? nearMisses(text, { start, end }, lonely) : []
      for (const miss of misses) {
        if (!isInSpan(miss.start)) problems.push(miss)
      }
    }
    if (node.data?.isCrowded) problems.push(tooManyMarks(offsets(node)))
    if (node.type === 'html') {
      const isBlock = areBlocksIn(parent)
      const read = html.readNode(node, isBlock)
      const lineEnd = parent && !isBlock ? offsets(parent).end : undefined
      for (const one of unknownElements(text, node, read)) problems.push(one)
      for (const one of hiddenElements(text, node, read, lineEnd)) problems.push(one)
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      for (const one of brokenAddresses(text, node)) problems.push(one)
    }
    if (node.type === 'math' || node.type === 'inlineMath') {
      for (const one of formulaProblems(text, node)) problems.push(one)
    }
    if ('children' in node) for (const child of node.children) inspect(child, node, depth)
  }
}

/** A paragraph, heading or cell that is read as plain text, lest it take minutes. */
function tooManyMarks(range: SourceRange): Problem {
  return {
    ...range,
    code: 'too-many-marks',
    said: say(
      'More signs like * _ ~ [ ] < ` stand here in one paragraph than are read, so all of it is plain text, with its tags. Part it by blank lines, or write \\ before signs that mean nothing.'
    )
  }
}

/** A quote or item in which no other is read, lest no stack be left. */
function tooDeep({ start }: SourceRange): Problem {
  return {
    start,
    end: start + 1,
    code: 'too-deep',
    said: say(
      'Quotes and lists stand in each other {most} deep here, and none is read that stands deeper: its marks are text. Take the long run of marks or indents out.',
      { most: mostContainers }
    )
  }
}

/** `$$` alone on a line that opens no math block (L1.6). */
function loneDollars(text: string, source: string, from: number): Problem[] {
  if (!source.includes('$$')) return []
  return [...source.matchAll(/(?<=^|[\r\n])([ \t>]*)\$\$[ \t]*(?=[\r\n]|$)/g)]
    .map((match) => from + match.index + (match[1]?.length ?? 0))
    .filter((at) =>
      /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/.test(text.slice(Math.max(0, at - 80), at))
    )
    .map((at) => ({
      start: at,
      end: at + 2,
      code: 'unclosed-math' as const,
      said: say(
        '$$ stands alone on its line, but no other $$ closes it before the next heading. Put $$ on a line of its own where the formula ends.'
      )
    }))
}
