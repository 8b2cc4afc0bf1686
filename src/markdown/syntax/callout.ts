import { codes } from 'micromark-util-symbol'
import { blockQuote } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import {
  markdownLineEnding,
  markdownLineEndingOrSpace,
  markdownSpace
} from 'micromark-util-character'
import type {
  Code,
  Construct,
  Extension,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { ofReading } from './reading.ts'

/** A kind has no more characters. */
const LONGEST = 60

/** Offsets at which a block quote has just begun. */
const begunNow = ofReading(() => new Set<number>())
const quote: Construct = {
  ...blockQuote,
  name: 'blockQuoteOfCallout',
  tokenize(effects, ok, nok) {
    return tokenizeQuote(this, effects, ok, nok)
  }
}
const title: Construct = { name: 'calloutTitle', tokenize: tokenizeTitle }
/**
 * A block quote that says its kind in its first line, as Obsidian and GitHub have it. That line is a
 * block of its own, with a title of inline content.
 *
 * ```markdown
 * > | > [!tip]- A *title*
 *       ^^^^^^^^^^^^^^^^^
 *   | > content
 * ```
 */
export const callouts: Extension = {
  document: { [codes.greaterThan]: quote },
  flow: { [codes.leftSquareBracket]: title }
}

function tokenizeQuote(
  context: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const isFirst = context.containerState?.['open'] !== true
  const opened: State = (code) => {
    if (isFirst) begunNow().add(context.now().offset)
    return ok(code)
  }
  return blockQuote.tokenize.call(context, effects, opened, nok)
}

function tokenizeTitle(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const tail = this.events.at(-1)?.[1]
  const from = tail?.type === 'linePrefix' ? tail.start.offset : this.now().offset
  let size = 0
  let isNamed = false
  return start

  function start(code: Code): State | undefined {
    if (!begunNow().has(from)) return nok(code)
    effects.enter('calloutTitle')
    effects.enter('calloutMark')
    effects.consume(code)
    return bang
  }

  function bang(code: Code): State | undefined {
    if (code !== codes.exclamationMark) return nok(code)
    effects.consume(code)
    return kind
  }

  function kind(code: Code): State | undefined {
    if (code === codes.rightSquareBracket && isNamed) {
      effects.consume(code)
      return fold
    }
    const isOver =
      code === null || code === codes.rightSquareBracket || code === codes.leftSquareBracket
    if (isOver || markdownLineEnding(code) || ++size > LONGEST) return nok(code)
    isNamed ||= !markdownSpace(code)
    effects.consume(code)
    return kind
  }

  function fold(code: Code): State | undefined {
    if (code !== codes.plusSign && code !== codes.dash) return afterMark(code)
    effects.consume(code)
    return afterMark
  }

  function afterMark(code: Code): State | undefined {
    if (code !== null && !markdownLineEndingOrSpace(code)) return nok(code)
    effects.exit('calloutMark')
    return markdownSpace(code) ? factorySpace(effects, words, 'whitespace')(code) : words(code)
  }

  function words(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return done(code)
    effects.enter('chunkText', { contentType: 'text' })
    return inWords(code)
  }

  function inWords(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('chunkText')
      return done(code)
    }
    effects.consume(code)
    return inWords
  }

  function done(code: Code): State | undefined {
    effects.exit('calloutTitle')
    return ok(code)
  }
}
