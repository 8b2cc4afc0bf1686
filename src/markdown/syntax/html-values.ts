import type {
  Code,
  Construct,
  Effects,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'

const doubleQuote = 34
const singleQuote = 39
const slash = 47
const lessThan = 60
const equalsTo = 61
const greaterThan = 62
const graveAccent = 96

/** No character: what the construct is told instead of a slash in a value. */
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
        effects.consume(code === anything ? slash : code)
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
        const following = state(place === 'value' && code === slash ? anything : code)
        return place === 'after' || !following ? following : masked(following)
      }
    }
  }
}

function next(place: Place, code: Code): Place {
  switch (place) {
    case 'name':
      if (code === equalsTo) return 'beforeValue'
      return code === greaterThan || code === null ? 'after' : 'name'
    case 'beforeValue':
      if (isBlank(code)) return 'beforeValue'
      if (code === doubleQuote) return 'doubleQuoted'
      if (code === singleQuote) return 'singleQuoted'
      return next('value', code)
    case 'value':
      if (isBlank(code)) return 'name'
      return endsValue(code) ? 'after' : 'value'
    case 'doubleQuoted':
      return code === doubleQuote ? 'name' : stillQuoted(place, code)
    case 'singleQuoted':
      return code === singleQuote ? 'name' : stillQuoted(place, code)
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
    code === greaterThan ||
    code === lessThan ||
    code === equalsTo ||
    code === graveAccent ||
    code === doubleQuote ||
    code === singleQuote
  )
}

/** Blanks, tabs and line ends, which are negative. */
function isBlank(code: Code): boolean {
  return code !== null && (code < 0 || code === 32)
}

function isLetter(code: Code): boolean {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123))
}
