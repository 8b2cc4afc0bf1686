import { blockQuote, list, thematicBreak } from 'micromark-core-commonmark'
import { codes } from 'micromark-util-symbol'
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import { mapConstructs } from './map-constructs.ts'
import { readingNow } from './reading.ts'

/** Quotes, items, notes and definitions may stand in each other so deep: what walks the tree calls itself for each. */
export const mostContainers = 100

const digits = Array.from({ length: 10 }, (_, digit) => codes.digit0 + digit)
const listSigns = [codes.asterisk, codes.plusSign, codes.dash, ...digits]

/** CommonMark's own containers, for `boundContainers` to count in place of the parser's. */
export const countedContainers: Extension = {
  disable: { null: [blockQuote, list].flatMap(({ name }) => name ?? []) },
  document: {
    ...Object.fromEntries(listSigns.map((sign) => [sign, list])),
    [codes.greaterThan]: blockQuote
  }
}

const nameless = new Map<unknown, Construct>(
  [blockQuote, list].map((construct) => [construct, { ...construct, name: undefined }])
)

/** The containers that are open on a line so far. */
interface Open {
  line: number
  count: number
  /** Where the last one began on it: the parser asks whether one does, then begins it. */
  last: number
  /** From where on there is something else than signs of a break and blanks. */
  wordsAt: number
}

/** What a break is made of, of one sign or another. */
const ofBreak = /([-*_])(?:\1|[ \t])*/y

const opened = new WeakMap<TokenizeContext, Open>()

/** Bounds the containers of some extensions: the sign of one that would stand deeper is text. */
export function boundContainers(extensions: Extension[]): Extension[] {
  const bounded = new Map<Construct, Construct>()
  return extensions.map((extension) => mapConstructs(extension, 'document', bound))

  function bound(construct: Construct): Construct {
    const known = bounded.get(construct)
    if (known) return known
    const { name, tokenize, continuation } = construct
    const copy: Construct = {
      ...construct,
      // Under its own name it could be one of those that are disabled.
      name: `bounded ${name ?? ''}`,
      tokenize(effects, ok, nok) {
        return begin(this, tokenize, effects, ok, nok)
      }
    }
    if (continuation) {
      copy.continuation = {
        ...continuation,
        tokenize(effects, ok, nok) {
          const goesOn: State = (code) => {
            openOn(this).count++
            return ok(code)
          }
          return continuation.tokenize.call(this, ownEffects(this, effects), goesOn, nok)
        }
      }
    }
    bounded.set(construct, copy)
    return copy
  }
}

function begin(
  context: TokenizeContext,
  tokenize: Construct['tokenize'],
  effects: Effects,
  ok: State,
  nok: State
): State {
  const { offset } = context.now()
  const open = openOn(context)
  const isAgain = open.last === offset
  if (!isAgain && open.count >= mostContainers) return nok
  return tokenize.call(
    context,
    ownEffects(context, effects),
    (code) => {
      if (!isAgain) openOn(context).count++
      open.last = offset
      return ok(code)
    },
    nok
  )
}

/** Effects for CommonMark's own containers. */
function ownEffects(context: TokenizeContext, effects: Effects): Effects {
  // A quote or list begins again to go on, which under its own name is disabled.
  const attempt: Effects['attempt'] = (construct, ok, nok) =>
    effects.attempt(nameless.get(construct) ?? construct, ok, nok)
  // A list looks for a break from each of its signs to the end of the line: once is enough where words stand there.
  const check: Effects['check'] = (construct, ok, nok) =>
    construct === thematicBreak && nok && isBeforeWords(context)
      ? nok
      : effects.check(construct, ok, nok)
  return { ...effects, attempt, check }
}

function isBeforeWords(context: TokenizeContext): boolean {
  const open = openOn(context)
  const { offset } = context.now()
  if (offset < open.wordsAt) return true
  const { text } = readingNow()
  ofBreak.lastIndex = offset
  const end = offset + (ofBreak.exec(text)?.[0].length ?? 0)
  if (end === text.length || text[end] === '\n' || text[end] === '\r') return false
  open.wordsAt = end
  return true
}

function openOn(context: TokenizeContext): Open {
  const { line } = context.now()
  const known = opened.get(context)
  if (known?.line === line) return known
  const fresh: Open = { line, count: 0, last: -1, wordsAt: -1 }
  opened.set(context, fresh)
  return fresh
}
