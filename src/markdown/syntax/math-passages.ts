import { codes } from 'micromark-util-symbol'
import { autolink, htmlText } from 'micromark-core-commonmark'
import { asciiPunctuation, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { isForeignPunctuation } from './foreign-punctuation.ts'
import { withSlashesInValues } from './html-values.ts'
import { wikiEmbed } from './wiki-embed.ts'
import { noteEmbed, wikiLink } from './wiki-link.ts'

const code: Construct = { tokenize: tokenizeCode, partial: true }
const address: Construct = { tokenize: tokenizeAddress, partial: true }
const destination: Construct = { tokenize: tokenizeDestination, partial: true }
// Under its own name it is disabled.
const html = [{ ...autolink, name: 'autolinkInMath' }, withSlashesInValues(htmlText)]

/** Characters before an address, apart from blanks. */
const beforeAddress = new Set<Code>([null, ...Array.from('*_(~[]', (sign) => sign.charCodeAt(0))])

/** Whether what binds tighter than math may begin at a character behind another one. */
export function beginsPassage(code: Code, previous: Code): boolean {
  switch (code) {
    case codes.graveAccent:
      return previous !== codes.graveAccent
    case codes.lessThan:
    case codes.rightSquareBracket:
    case codes.exclamationMark:
      return true
    case codes.leftSquareBracket:
      return previous !== codes.leftSquareBracket && previous !== codes.backslash
    default:
      return (
        isAddressLetter(code) &&
        (beforeAddress.has(previous) || markdownLineEndingOrSpace(previous))
      )
  }
}

/**
 * What binds tighter than math and may begin with a character: a dollar in code, HTML, an address,
 * a link's destination or the name of what is embedded closes no formula (L1.6), nor one in a link to a
 * note, where `withNotes`. `note` is told the offset of its end.
 *
 * ```markdown
 * > | $5 and `$x`, $6 and https://example.com/$y
 *            ^^^^         ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function passageAt(
  code: Code,
  note: (end: number) => void,
  withNotes: boolean
): Construct[] {
  return constructsAt(code, withNotes).map((construct) => ({
    ...construct,
    tokenize: noting(construct, note)
  }))
}

function constructsAt(character: Code, withNotes: boolean): Construct[] {
  switch (character) {
    case codes.graveAccent:
      return [code]
    case codes.rightSquareBracket:
      return [destination]
    case codes.lessThan:
      return html
    case codes.exclamationMark:
      return withNotes ? [wikiEmbed, noteEmbed] : [wikiEmbed]
    case codes.leftSquareBracket:
      return withNotes ? [wikiLink] : []
    default:
      return [address]
  }
}

function isAddressLetter(character: Code): boolean {
  return character !== null && /^[hw]$/i.test(String.fromCharCode(character))
}

function noting({ tokenize }: Construct, note: (end: number) => void): Tokenizer {
  return function (effects, ok, nok) {
    const now = this.now.bind(this)
    const finish: State = (after) => {
      note(now().offset)
      return ok(after)
    }
    return tokenize.call(this, effects, finish, nok)
  }
}

/** From `from` to the paragraph's end: where runs of so many backticks stand last. */
interface LastRuns {
  from: number
  starts: Map<number, number>
}

/** By paragraph, once one was read to its end. */
const lastRuns = new WeakMap<TokenizeContext, LastRuns>()

/** A code span; that nothing closes any of some length is found out once for a paragraph. */
function tokenizeCode(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const now = this.now.bind(this)
  const from = now().offset
  const last = lastRuns.get(this)
  const known = last && last.from <= from ? last.starts : undefined
  const starts = new Map<number, number>()
  const remember = (): unknown => lastRuns.set(this, { from, starts })
  let size = 0
  let run = 0
  return function start(code) {
    effects.enter('data')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code !== codes.graveAccent) {
      return known && (known.get(size) ?? 0) <= from ? nok(code) : inside(code)
    }
    effects.consume(code)
    size++
    return opening
  }

  function inside(code: Code): State | undefined {
    if (code !== codes.graveAccent && run > 0) {
      if (run === size) {
        effects.exit('data')
        return ok(code)
      }
      starts.set(run, now().offset - run)
    }
    run = code === codes.graveAccent ? run + 1 : 0
    if (code === null) {
      if (!last) remember()
      return nok(code)
    }
    effects.consume(code)
    return inside
  }
}

/** `https://…` or `www.…`, to where a bare address ends. */
function tokenizeAddress(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let beginning = ''
  return function start(code) {
    effects.enter('data')
    return scheme(code)
  }

  function scheme(code: Code): State | undefined {
    if (/^(?:https?:\/\/|www\.)$/.test(beginning)) {
      return asciiPunctuation(code) ? nok(code) : path(code)
    }
    if (code === null || code < 33 || code > 126) return nok(code)
    beginning += String.fromCharCode(code).toLowerCase()
    if (!/^(?:ht?t?p?s?:?\/?\/?|ww?w?\.?)$/.test(beginning)) return nok(code)
    effects.consume(code)
    return scheme
  }

  function path(code: Code): State | undefined {
    if (code === codes.lessThan || code === null || endsPath(code)) {
      effects.exit('data')
      return ok(code)
    }
    effects.consume(code)
    return path
  }
}

function endsPath(code: Code): boolean {
  return markdownLineEndingOrSpace(code) || isForeignPunctuation(code)
}

/** The `](…)` of a link or image. */
function tokenizeDestination(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  return function start(code) {
    effects.enter('data')
    effects.consume(code)
    return opening
  }

  function opening(code: Code): State | undefined {
    if (code !== codes.leftParenthesis) return nok(code)
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || code === codes.leftParenthesis || markdownLineEndingOrSpace(code)) {
      return nok(code)
    }
    effects.consume(code)
    if (code !== codes.rightParenthesis) return inside
    effects.exit('data')
    return ok
  }
}
