import { BlockContext, type MarkdownConfig } from '@lezer/markdown'
import { frontMatterEnd, longComments } from '../../../laegna.ts'

type Wrap = NonNullable<MarkdownConfig['wrap']>
type Ranges = Parameters<Wrap>[3]

/**
 * Reads around private comments that begin within a line and go over blocks (N2): of each only so much stays that the
 * line it begins in and the one it ends in are read as one, with a short comment in it.
 */
export const aroundComments: Wrap = (parse, input, _fragments, ranges) => {
  const [all, ...others] = ranges
  if (!all || others.length > 0 || !(parse instanceof BlockContext)) return parse
  const left = rangesAround(input.read(0, input.length))
  return left.length > 1 ? parse.parser.startParse(input, [], left) : parse
}

function rangesAround(text: string): Ranges[number][] {
  const left: Ranges[number][] = []
  let from = 0
  for (const { start, end } of longComments(text, frontMatterEnd(text))) {
    // One sign between its marks makes it a comment.
    const sign = /[^\s%]/.exec(text.slice(start + 2, end - 2))
    if (!sign) continue
    const kept = start + 2 + sign.index
    if (sign.index > 0) {
      left.push({ from, to: start + 2 })
      from = kept
    }
    if (kept + 1 < end - 2) {
      left.push({ from, to: kept + 1 })
      from = end - 2
    }
  }
  left.push({ from, to: text.length })
  return left
}
