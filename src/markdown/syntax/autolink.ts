import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  Tokenizer
} from 'micromark-util-types'
import { isForeignPunctuation } from './foreign-punctuation.ts'
import { gapClose, gapOpen } from './gap-text.ts'
import { mapConstructs } from './map-constructs.ts'
import { tagText } from './tag-text.ts'

/** So many events are looked through for the begin of a gap. */
const FAR = 400

/**
 * Bare web addresses end before a tag or an end of a gap, as they do before a blank, and before a full stop or bracket
 * of Chinese, Japanese or Korean, which no blank parts from them.
 *
 * ```markdown
 * > | [/A]https://example.com/a[A/]、https://example.com/b。
 *         ^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function stopEarly(extension: Extension): Extension {
  return mapConstructs(extension, 'text', (construct) =>
    runsOn.has(construct.name) ? stopping(construct, { own: new WeakSet() }) : construct
  )
}

/** The constructs whose path takes brackets; an email address never does. */
const runsOn = new Set<string | undefined>(['protocolAutolink', 'wwwAutolink'])

interface Stop {
  /** The code at which states were told that the text ends; the parser goes on with it. */
  code?: Code
  /** States that come back through an inner construct and are guarded already, or look for an end themselves. */
  own: WeakSet<State>
}

/** Wraps a construct: at such a place its states are told that the text ends there. */
function stopping(construct: Construct, stop: Stop): Construct {
  return { ...construct, tokenize: tokenizeStopping }

  function tokenizeStopping(
    this: TokenizeContext,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const { events } = this
    let finished = false
    const { own } = stop
    const guarded: Effects = {
      ...effects,
      attempt: (inner, after, otherwise) =>
        effects.attempt(wrap(inner), guard(after), otherwise && guard(otherwise)),
      check: (inner, after, otherwise) =>
        effects.check(wrap(inner), guard(after), otherwise && guard(otherwise))
    }
    return guard(construct.tokenize.call(this, guarded, finish(ok), finish(nok)))

    function endAt(code: Code): Construct | undefined {
      if (code === codes.leftSquareBracket) return tagText
      if (code === codes.leftCurlyBrace) return gapOpen
      return code === codes.rightCurlyBrace && isInGap() ? gapClose : undefined
    }

    /** Addresses hold braces, too: they end at these only where a gap was begun. */
    function isInGap(): boolean {
      return events.slice(-FAR).some(([, { type }]) => type === 'gapOpen')
    }

    function wrap<T>(inner: T): T {
      return Array.isArray(inner) ? inner : (stopping(inner as Construct, stop) as T)
    }

    function finish(state: State): State {
      return (code) => {
        finished = true
        return state(code === null ? (stop.code ?? null) : code)
      }
    }

    function guard(state: State): State {
      const guardedState: State = (code) => {
        if (code === null) return next(state(code))
        delete stop.code
        if (isForeignPunctuation(code)) {
          stop.code = code
          return next(state(null))
        }
        const end = endAt(code)
        if (!end) return next(state(code))
        const looking = effects.check(
          end,
          () => {
            stop.code = code
            return next(state(null))
          },
          (same) => next(state(same))
        )(code)
        if (looking && !finished) own.add(looking)
        return looking
      }
      own.add(guardedState)
      return guardedState
    }

    function next(state: State | undefined): State | undefined {
      return finished || !state || own.has(state) ? state : guard(state)
    }
  }
}
