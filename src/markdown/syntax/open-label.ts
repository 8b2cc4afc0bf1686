import type {
  Construct,
  Extension,
  ConstructRecord,
  Token,
  TokenizeContext
} from 'micromark-util-types'

/** The label that was last found open, and where it stands among the events. */
const known = new WeakMap<TokenizeContext, { at: number; token: Token }>()

/**
 * Web and mail addresses are none within a label that is still open. Their extension looks back to its begin from each word,
 * which takes time that grows as the square of the label: this remembers where it was.
 */
export function outsideOfLabels(extension: Extension): Extension {
  const text: ConstructRecord = {}
  for (const [code, constructs] of Object.entries(extension.text ?? {})) {
    text[code] = [constructs ?? []].flat().map(outside)
  }
  return { ...extension, text }
}

function outside(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return isInLabel(this) ? nok : construct.tokenize.call(this, effects, ok, nok)
    }
  }
}

function isInLabel(context: TokenizeContext): boolean {
  const { events } = context
  const last = known.get(context)
  if (last && isOpen(last.token) && events[last.at]?.[1] === last.token) return true
  for (let at = events.length - 1; at >= 0; at--) {
    const token = events[at]?.[1]
    // Up to there the extension has found none.
    if (!token || token._gfmAutolinkLiteralWalkedInto) return false
    if (!isOpen(token)) continue
    known.set(context, { at, token })
    return true
  }
  return false
}

function isOpen({ type, _balanced }: Token): boolean {
  return (type === 'labelLink' || type === 'labelImage') && !_balanced
}
