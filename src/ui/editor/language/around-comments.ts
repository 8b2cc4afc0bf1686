import { BlockContext, type MarkdownConfig } from '@lezer/markdown'
import { frontMatterEnd, longComments } from '../../../laegna.ts'

type Wrap = NonNullable<MarkdownConfig['wrap']>

/**
 * Reads private comments that begin within a line and go over blocks (N2) as short ones: what stands in them is
 * taken for letters, so that the line they begin in and the one they end in are read as one. (Lezer can read
 * around gaps, but fails where two of them are in one node.)
 */
export const aroundComments: Wrap = (parse, input, _fragments, ranges) => {
  if (ranges.length > 1 || !(parse instanceof BlockContext)) return parse
  if (!mayHoldComments(input)) return parse
  const text = input.read(0, input.length)
  const masked = withoutBlocks(text)
  return masked === text ? parse : parse.parser.startParse(masked, [], ranges)
}

/** Characters that are read at once: to put all of a long text together costs far more. */
const stretch = 32_768

function mayHoldComments(input: Parameters<Wrap>[1]): boolean {
  for (let from = 0; from < input.length; from += stretch) {
    // What begins in one may end in the next.
    if (input.read(from, Math.min(input.length, from + stretch + 1)).includes('%%')) return true
  }
  return false
}

function withoutBlocks(text: string): string {
  let masked = ''
  let from = 0
  for (const { start, end } of longComments(text, frontMatterEnd(text))) {
    masked += `${text.slice(from, start + 2)}${'x'.repeat(end - start - 4)}`
    from = end - 2
  }
  return masked + text.slice(from)
}
