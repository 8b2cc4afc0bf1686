import type {
  Code,
  Construct,
  Effects,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { codes } from 'micromark-util-symbol'

/** No character: what the construct is told instead of a codes.slash in a value. */
const anything = 0x11_00_00

/** Where in a tag the next character stands. */
type Place = 'name' | 'beforeValue' | 'value' | 'doubleQuoted' | 'singleQuoted' | 'after'

/**
 * CommonMark's HTML, in blocks or in text, with slashes in attributes without quotes. Its grammar
 * has them; the constructs of micromark take one for the end of the tag.
 *
 * ```markdown
 * > | <img src=/images/a.png width="800">
 *              ^      ^
 * ```
 */
export function withSlashesInValues(construct: Construct): Construct {
  return { ...construct, name: `${construct.name ?? ''}WithSlashes`, tokenize: tokenizeHtml }

  function tokenizeHtml(
    this: TokenizeContext,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const unmasked: Effects = {
      ...effects,
      consume: (code) => {
        effects.consume(code === anything ? codes.slash : code)
      }
    }
    let place: Place = 'name'
    let read = 0
    return masked(construct.tokenize.call(this, unmasked, finish(ok), finish(nok)))

    function finish(state: State): State {
      return (code) => {
        place = 'after'
        return state(code)
      }
    }

    function masked(state: State): State {
      return (code) => {
        // A closing tag, comment or the like holds no values.
        place = read++ === 1 && !isLetter(code) ? 'after' : next(place, code)
        const following = state(place === 'value' && code === codes.slash ? anything : code)
        return place === 'after' || !following ? following : masked(following)
      }
    }
  }
}

function next(place: Place, code: Code): Place {
  switch (place) {
    case 'name':
      if (code === codes.equalsTo) return 'beforeValue'
      return code === codes.greaterThan || code === null ? 'after' : 'name'
    case 'beforeValue':
      if (isBlank(code)) return 'beforeValue'
      if (code === codes.quotationMark) return 'doubleQuoted'
      if (code === codes.apostrophe) return 'singleQuoted'
      return next('value', code)
    case 'value':
      if (isBlank(code)) return 'name'
      return endsValue(code) ? 'after' : 'value'
    case 'doubleQuoted':
      return code === codes.quotationMark ? 'name' : stillQuoted(place, code)
    case 'singleQuoted':
      return code === codes.apostrophe ? 'name' : stillQuoted(place, code)
    case 'after':
      return 'after'
  }
}

function stillQuoted(place: Place, code: Code): Place {
  return code === null ? 'after' : place
}

/** The end of the tag, or what is allowed in no value without quotes. */
function endsValue(code: Code): boolean {
  return (
    code === null ||
    code === codes.greaterThan ||
    code === codes.lessThan ||
    code === codes.equalsTo ||
    code === codes.graveAccent ||
    code === codes.quotationMark ||
    code === codes.apostrophe
  )
}

/** Blanks, tabs and line ends, which are negative. */
function isBlank(code: Code): boolean {
  return code !== null && (code < 0 || code === codes.space)
}

function isLetter(code: Code): boolean {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123))
}
