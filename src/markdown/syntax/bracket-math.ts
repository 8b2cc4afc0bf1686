import { codes } from 'micromark-util-symbol'
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { readsAsTex } from '../tree/reads-as-tex.ts'
import { tagForms } from '../tags.ts'
import { readingNow } from './reading.ts'
import { tagText } from './tag-text.ts'

/** A line that begins farther from an opener does not begin with it. */
const FAR = 100
const isLead = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/
const spellings = [...tagForms.keys()]

/**
 * Inline math as LaTeX has it: `\(…\)`, and `\[…\]` for a display. Brackets of prose are escaped in the
 * same way, so what stands between has to read as TeX; else the codes.backslash is an escape. Like other math
 * it holds no tag.
 *
 * ```markdown
 * > | Euler: \(e^{i\pi}\), not \(see below\).
 *            ^^^^^^^^^^^^
 * ```
 */
export const bracketMath: Construct = { name: 'bracketMath', tokenize: tokenizeBracketMath }

function tokenizeBracketMath(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const now = this.now.bind(this)
  const opener = now().offset
  let bracket: '(' | '[' = '('
  let content = ''
  return start

  function start(code: Code): State | undefined {
    effects.enter('bracketMath')
    effects.enter('bracketMathMark')
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== codes.leftParenthesis && code !== codes.leftSquareBracket) return nok(code)
    bracket = code === codes.leftSquareBracket ? '[' : '('
    if (bracket === '[' && isTag(now().offset)) return nok(code)
    effects.consume(code)
    effects.exit('bracketMathMark')
    return between
  }

  function between(code: Code): State | undefined {
    if (code === null || code === codes.graveAccent) return nok(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      content += '\n'
      return between
    }
    if (code === codes.backslash)
      return effects.attempt({ tokenize: tokenizeCloser, partial: true }, done, data)(code)
    return code === codes.leftSquareBracket ? effects.check(tagText, nok, data)(code) : data(code)
  }

  function data(code: Code): State | undefined {
    effects.enter('mathTextData')
    return first(code)
  }

  function first(code: Code): State | undefined {
    effects.consume(code)
    content += code === null || code < 0 ? ' ' : String.fromCharCode(code)
    return code === codes.backslash ? escaped : inData
  }

  function escaped(code: Code): State | undefined {
    // Another opener, or another closer: formulas do not stand in each other.
    const isBracket = code === codes.leftParenthesis || code === codes.rightParenthesis
    if (isBracket || code === codes.leftSquareBracket || code === codes.rightSquareBracket)
      return nok(code)
    if (code === null || markdownLineEnding(code) || code === codes.graveAccent) return inData(code)
    content += String.fromCharCode(code)
    effects.consume(code)
    return inData
  }

  function inData(code: Code): State | undefined {
    const isOver = code === null || code === codes.backslash || code === codes.leftSquareBracket
    if (isOver || code === codes.graveAccent || markdownLineEnding(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    return first(code)
  }

  function done(code: Code): State | undefined {
    const { text } = readingNow()
    const after = text.slice(now().offset, now().offset + 12)
    if (!readsAsTex(content, { bracket, before: before(opener), after })) return nok(code)
    effects.exit('bracketMath')
    return ok(code)
  }

  function tokenizeCloser(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    return function closerStart(code) {
      effects.enter('bracketMathMark')
      effects.consume(code)
      return close
    }

    function close(code: Code): State | undefined {
      if (code !== (bracket === '(' ? codes.rightParenthesis : codes.rightSquareBracket))
        return nok(code)
      effects.consume(code)
      effects.exit('bracketMathMark')
      return ok
    }
  }
}

/** An escaped tag is text. */
function isTag(at: number): boolean {
  return spellings.some((tag) => readingNow().text.startsWith(tag, at))
}

/** The character before an opener; empty where it begins its line. */
function before(opener: number): string {
  const line =
    /[^\r\n]*$/.exec(readingNow().text.slice(Math.max(0, opener - FAR), opener))?.[0] ?? ''
  return isLead.test(line) ? '' : line.slice(-1)
}
