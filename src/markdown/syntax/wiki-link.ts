import { codes } from 'micromark-util-symbol'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type {
  Code,
  Construct,
  Extension,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { mediaKind } from '../tree/media-kind.ts'
import { wikiLinkTarget } from '../tree/wiki-link-target.ts'
import { tagText } from './tag-text.ts'

/**
 * A link to a note as wikis write it (N2). It holds no bracket and no line end, so no tag stands in
 * it; what CommonMark reads as a link of its own, `[[a]](b)` or `[[a]]` where `[a]: b` is, stays one.
 *
 * ```markdown
 * > | See [[Cells#Parts|the parts]].
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const wikiLink: Construct = { name: 'wikiLink', tokenize: tokenizeWikiLink }

/**
 * The same with an exclamation mark before it: the note itself is meant to stand there. Media are
 * `wikiEmbed`.
 *
 * ```markdown
 * > | ![[Cells#Parts]]
 *     ^^^^^^^^^^^^^^^^
 * ```
 */
export const noteEmbed: Construct = { name: 'noteEmbed', tokenize: tokenizeNoteEmbed }

/** Both, by the character they begin with. */
export const noteLinks: Extension = {
  text: { [codes.exclamationMark]: noteEmbed, [codes.leftSquareBracket]: wikiLink }
}

const resource: Construct = { tokenize: tokenizeResource, partial: true }
const reference: Construct = { tokenize: tokenizeReference, partial: true }

/** Three brackets are none of a link; an exclamation mark that is no embed's was escaped. */
function mayFollow({ previous, events }: TokenizeContext): boolean {
  if (previous === codes.exclamationMark) return false
  return previous !== codes.leftSquareBracket || events.at(-1)?.[1].type === 'characterEscape'
}

function tokenizeWikiLink(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  return mayFollow(this) ? tokenizeFrom(this, false, effects, ok, nok) : nok
}

function tokenizeNoteEmbed(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  return tokenizeFrom(this, true, effects, ok, nok)
}

function tokenizeFrom(
  context: TokenizeContext,
  isEmbed: boolean,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { defined } = context.parser
  let inside = ''
  return start

  function start(code: Code): State | undefined {
    effects.enter('wikiLink')
    effects.enter('wikiLinkData')
    if (!isEmbed) return first(code)
    effects.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    if (code !== codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    return second
  }

  function second(code: Code): State | undefined {
    return code === codes.leftSquareBracket ? effects.check(tagText, nok, open)(code) : nok(code)
  }

  function open(code: Code): State | undefined {
    effects.consume(code)
    return content
  }

  /**
   * ```markdown
   * > | [[Cells|words]]
   *       ^^^^^^^^^^^
   * ```
   */
  function content(code: Code): State | undefined {
    // Line ends and tabs are negative.
    if (code === null || code < 0 || code === codes.leftSquareBracket) return nok(code)
    effects.consume(code)
    if (code === codes.rightSquareBracket) return close
    inside += String.fromCodePoint(code)
    return code === codes.verticalBar ? wordsStart : content
  }

  function wordsStart(code: Code): State | undefined {
    if (
      code === null ||
      code < 0 ||
      code === codes.leftSquareBracket ||
      code === codes.rightSquareBracket
    ) {
      return content(code)
    }
    effects.exit('wikiLinkData')
    effects.enter('wikiLinkWords')
    effects.enter('chunkText', { contentType: 'text' })
    return words(code)
  }

  /**
   * ```markdown
   * > | [[Cells|words]]
   *             ^^^^^
   * ```
   */
  function words(code: Code): State | undefined {
    if (code === null || code < 0 || code === codes.leftSquareBracket) return nok(code)
    if (code === codes.rightSquareBracket) {
      effects.exit('chunkText')
      effects.exit('wikiLinkWords')
      effects.enter('wikiLinkData')
      return content(code)
    }
    effects.consume(code)
    inside += String.fromCodePoint(code)
    return words
  }

  function close(code: Code): State | undefined {
    if (code !== codes.rightSquareBracket || !isMeant()) return nok(code)
    effects.consume(code)
    effects.exit('wikiLinkData')
    return after
  }

  function isMeant(): boolean {
    const target = wikiLinkTarget(inside)
    if (!target || (isEmbed && mediaKind(target.note))) return false
    return !defined.includes(normalizeIdentifier(inside))
  }

  function after(code: Code): State | undefined {
    if (code === codes.leftParenthesis) return effects.check(resource, nok, done)(code)
    if (code === codes.leftSquareBracket) return effects.check(reference, nok, done)(code)
    return done(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('wikiLink')
    return ok(code)
  }
}

const escapable = new Set<number>([
  codes.leftParenthesis,
  codes.rightParenthesis,
  codes.lessThan,
  codes.greaterThan,
  codes.backslash
])

const escapableInLabels = new Set<number>([
  codes.leftSquareBracket,
  codes.rightSquareBracket,
  codes.backslash
])

/** What makes a link of CommonMark of the label before it; its title is only begun. */
function tokenizeResource(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let depth = 0
  return function start(code) {
    effects.enter('data')
    effects.consume(code)
    return before
  }

  function before(code: Code): State | undefined {
    if (markdownLineEndingOrSpace(code)) {
      effects.consume(code)
      return before
    }
    if (code !== codes.lessThan) return address(code)
    effects.consume(code)
    return enclosed
  }

  function enclosed(code: Code): State | undefined {
    if (code === null || code === codes.lessThan || code < -2) return nok(code)
    effects.consume(code)
    if (code === codes.backslash) return escapedIn(enclosed)
    return code === codes.greaterThan ? behind : enclosed
  }

  function address(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEndingOrSpace(code)) return depth === 0 ? behind(code) : nok(code)
    if (code === codes.rightParenthesis && depth-- === 0) return behind(code)
    // As many as CommonMark's own reader takes.
    if (code === codes.leftParenthesis && ++depth > 32) return nok(code)
    effects.consume(code)
    return code === codes.backslash ? escapedIn(address) : address
  }

  /** What ends an address means itself behind a backslash, as does another backslash. */
  function escapedIn(state: State): State {
    return (code) => {
      if (code === null || !escapable.has(code)) return state(code)
      effects.consume(code)
      return state
    }
  }

  function behind(code: Code): State | undefined {
    if (markdownLineEndingOrSpace(code)) {
      effects.consume(code)
      return title
    }
    return end(code)
  }

  function title(code: Code): State | undefined {
    if (markdownLineEndingOrSpace(code)) {
      effects.consume(code)
      return title
    }
    const isTitle =
      code === codes.quotationMark || code === codes.apostrophe || code === codes.leftParenthesis
    return isTitle ? finish(code) : end(code)
  }

  function end(code: Code): State | undefined {
    return code === codes.rightParenthesis ? finish(code) : nok(code)
  }

  function finish(code: Code): State | undefined {
    effects.consume(code)
    effects.exit('data')
    return ok
  }
}

/** The label of a definition, in brackets. */
function tokenizeReference(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const { defined } = this.parser
  let label = ''
  return function start(code) {
    effects.enter('data')
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || code === codes.leftSquareBracket || label.length > 999) return nok(code)
    if (code === codes.rightSquareBracket) {
      if (!defined.includes(normalizeIdentifier(label))) return nok(code)
      effects.consume(code)
      effects.exit('data')
      return ok
    }
    take(code)
    return code === codes.backslash ? escaped : inside
  }

  function escaped(code: Code): State | undefined {
    if (code === null || !escapableInLabels.has(code)) return inside(code)
    take(code)
    return inside
  }

  function take(code: number): void {
    label += code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
  }
}
