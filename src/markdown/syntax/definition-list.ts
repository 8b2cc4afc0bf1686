import { codes } from 'micromark-util-symbol'
import { blankLine } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type {
  Code,
  Construct,
  Extension,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { definitionIndent, definitionLines, endsSentence, linesOfText } from './definition-lines.ts'
import { indentOf } from './indent-of.ts'
import { ofReading } from './reading.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    definitionTerm: 'definitionTerm'
    definitionDescription: 'definitionDescription'
    definitionMark: 'definitionMark'
    definitionMarkWhitespace: 'definitionMarkWhitespace'
    definitionIndent: 'definitionIndent'
  }
  interface ContainerState {
    definitionWidth?: number
  }
}

/** The lines of a text, and places in it, line and column, at which a definition may begin. */
const factsNow = ofReading(({ text }) => ({
  lines: definitionLines(linesOfText(text)),
  awaited: new Set<string>(),
  /** Places of terms below a definition, and how often the parser asked: whether one begins, then to begin it. */
  termLines: new Map<string, number>()
}))
const term: Construct = { name: 'definitionTerm', tokenize: tokenizeTerm }
const description: Construct = {
  name: 'definitionDescription',
  tokenize: tokenizeDescription,
  continuation: { tokenize: tokenizeContinuation },
  exit: (effects) => {
    effects.exit('definitionDescription')
  }
}
/**
 * A container without a sign around a term right below a definition, which it ends. Without, the parser takes
 * its line for one that goes on in it, and goes through all that it has read to put that right.
 */
const termLine: Construct = {
  name: 'definitionTermLine',
  tokenize: tokenizeTermLine,
  continuation: { tokenize: (_effects, _ok, nok) => nok },
  exit: () => undefined
}
const indent: Construct = { tokenize: tokenizeIndent, partial: true }
/**
 * Definition lists of PHP Markdown Extra and Pandoc (N2), in a `text` in which a term looks ahead. A term is
 * a block of inline content, a definition a container like an item of a list. A line right below a definition
 * goes on with it, unless it is a term in its turn, and no end of a sentence.
 *
 * ```markdown
 * > | Cell
 *     ^^^^
 * > | : The unit of life,
 *     ^^^^^^^^^^^^^^^^^^^
 * > |   mostly small.
 *     ^^^^^^^^^^^^^^^
 * ```
 */
export const definitionList: Extension = {
  document: { [codes.colon]: description, null: termLine },
  flow: { null: term }
}

function tokenizeTerm(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const { line, column } = this.now()
  const indent = indentOf(this)
  const isInterrupting = this.interrupt === true
  return start

  function start(code: Code): State | undefined {
    const { lines, awaited } = factsNow()
    const place = lines.definitionOf(line, column - indent)
    if (!place || code === null || markdownLineEnding(code)) return nok(code)
    if (isInterrupting && endsSentence(lines.textOf(line))) return nok(code)
    awaited.add(`${place.line}:${place.column}`)
    effects.enter('definitionTerm')
    effects.enter('chunkText', { contentType: 'text' })
    return words(code)
  }

  function words(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('chunkText')
      effects.exit('definitionTerm')
      return ok(code)
    }
    effects.consume(code)
    return words
  }
}

function tokenizeTermLine(this: TokenizeContext, ...[, ok, nok]: Parameters<Tokenizer>): State {
  const { line, column } = this.now()
  // Blanks before it would be the container's, and the term would not know its place.
  const isIndented = indentOf(this) > 0
  return start

  function start(code: Code): State | undefined {
    const { lines, awaited, termLines } = factsNow()
    const place = `${line}:${column}`
    const asked = termLines.get(place) ?? 0
    const follows = code !== null && !isIndented && asked < 2 && awaited.has(place)
    if (!follows || !lines.isTermBelow(line, column)) return nok(code)
    termLines.set(place, asked + 1)
    return ok(code)
  }
}

function tokenizeDescription(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { events, containerState } = this
  const { line, column } = this.now()
  const begin = indentOf(this)
  return start

  function start(code: Code): State | undefined {
    if (!factsNow().awaited.has(`${line}:${column - begin}`)) return nok(code)
    effects.enter('definitionDescription', { _container: true })
    effects.enter('definitionMark')
    effects.consume(code)
    effects.exit('definitionMark')
    return afterMark
  }

  function afterMark(code: Code): State | undefined {
    if (!markdownSpace(code)) return nok(code)
    return factorySpace(effects, words, 'definitionMarkWhitespace')(code)
  }

  function words(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    const tail = events.at(-1)
    const width = begin + 1 + (tail ? tail[2].sliceSerialize(tail[1], true).length : 1)
    if (containerState) containerState.definitionWidth = Math.min(width, definitionIndent)
    return ok(code)
  }
}

function tokenizeContinuation(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { line, column } = this.now()
  const width = this.containerState?.definitionWidth ?? definitionIndent
  return effects.check(
    blankLine,
    factorySpace(effects, ok, 'definitionIndent', width + 1),
    effects.attempt(indent, ok, left)
  )

  /** What has left a definition may begin the next one. */
  function left(code: Code): State | undefined {
    factsNow().awaited.add(`${line}:${column}`)
    return nok(code)
  }
}

function tokenizeIndent(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { events, containerState } = this
  const width = containerState?.definitionWidth ?? definitionIndent
  return factorySpace(effects, after, 'definitionIndent', width + 1)

  function after(code: Code): State | undefined {
    const tail = events.at(-1)
    const isIndented =
      tail?.[1].type === 'definitionIndent' &&
      tail[2].sliceSerialize(tail[1], true).length === width
    return isIndented ? ok(code) : nok(code)
  }
}
