import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { spellsTag, tagForms } from '../tags.ts'
import { readingNow } from './reading.ts'
import { texBlocksNow } from './tex-flow.ts'

/**
 * An environment of TeX that would be a block of its own but for tags beside it (N2). Like other math it holds no tag.
 *
 * ```markdown
 * > | [/A]\begin{align}
 *         ^^^^^^^^^^^^^
 * > | a &= b
 * > | \end{align}[A/]
 *     ^^^^^^^^^^^
 * ```
 */
export const environmentMath: Construct = {
  name: 'environmentMath',
  tokenize: tokenizeEnvironmentMath
}

const spellings = [...tagForms.keys()]

function tokenizeEnvironmentMath(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const now = this.now.bind(this)
  const { offset } = now()
  const end = texBlocksNow().environmentEnd(offset)
  if (end === undefined || !isBetweenTags(readingNow().text, offset, end)) return nok
  return start

  function start(code: Code): State | undefined {
    effects.enter('environmentMath')
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    effects.enter('mathTextData')
    effects.consume(code)
    return data
  }

  function data(code: Code): State | undefined {
    const isEnd = now().offset === end
    if (isEnd || code === null || markdownLineEnding(code)) {
      effects.exit('mathTextData')
      if (!isEnd) return between(code)
      effects.exit('environmentMath')
      return ok(code)
    }
    effects.consume(code)
    return data
  }
}

/** Whether a tag stands right before or behind a stretch, and on the other side one, too, or the edge of a line. */
function isBetweenTags(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - FAR), start).replace(/[ \t]+$/, '')
  const behind = text.slice(end, end + FAR).replace(/^[ \t]+/, '')
  const isBehindTag = spellings.some((tag) => before.endsWith(tag))
  const isBeforeTag = spellings.some((tag) => behind.startsWith(tag))
  return (
    (isBehindTag || (isBeforeTag && /(?:^|[\r\n])[ \t>]*$/.test(before))) &&
    (isBeforeTag || /^(?:[\r\n]|$)/.test(behind)) &&
    !spellsTag(text.slice(start, end))
  )
}

/** So many blanks may stand between a tag and what it stands beside. */
const FAR = 100
